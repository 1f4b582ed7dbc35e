import { formatDateTime, formatNumber, t } from "../../base/index.ts";
import { Button, DefinitionList, Notice, PageHeading, Panel } from "../../ui/index.ts";
import { statusTone } from "../status-tone.ts";
import { signatureStatusWords } from "../status-words.ts";
import type { SignatureReport } from "../verify-pdf-signatures.ts";

export interface ReportProps {
  readonly sha256: string;
  readonly bytes: number;
  readonly signatures: readonly SignatureReport[];
}

/** One panel for each signature in the PDF. */
export function ReportPage({ sha256, bytes, signatures }: ReportProps) {
  return (
    <>
      <PageHeading
        title={t("Verify a signed PDF")}
        hint={t("{bytes} bytes, SHA-256 {sha256}", {
          bytes: formatNumber(bytes),
          sha256: `${sha256.slice(0, 16)}…`,
        })}
        actions={<Button href="/verification">{t("Verify another")}</Button>}
      />
      {signatures.length === 0 && (
        <Notice tone="warning" title={t("There is no digital signature in this file.")}>
          <p>
            {t("A letter that was signed with ink and scanned has none; compare it by its number.")}
          </p>
        </Notice>
      )}
      {signatures.map((signature, index) => (
        <Signature key={index} number={index + 1} signature={signature} />
      ))}
    </>
  );
}

function Signature(props: { readonly number: number; readonly signature: SignatureReport }) {
  const { signer, signedAt, reason, location, status } = props.signature;
  return (
    <Panel title={t("Signature {number}", { number: props.number })}>
      <Notice tone={statusTone(status)} title={t(signatureStatusWords[status])} />
      <DefinitionList
        columns={2}
        items={[
          { label: t("Signed by"), value: signer?.commonName },
          { label: t("Designation"), value: signer?.designation },
          { label: t("Office"), value: signer?.organisation },
          { label: t("Employee code"), value: signer?.serial },
          { label: t("Signed at"), value: signedAt && formatDateTime(signedAt) },
          { label: t("Reason"), value: reason },
          { label: t("Place"), value: location },
          { label: t("Number of the certificate"), value: signer?.certificateSerial },
        ]}
      />
    </Panel>
  );
}
