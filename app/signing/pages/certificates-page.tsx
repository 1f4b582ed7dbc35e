import { formatDate, nameOf, t, today } from "../../base/index.ts";
import { Button, EmptyState, Mixed, PageHeading, Pager, Table, Tag } from "../../ui/index.ts";
import type { CertificateLine } from "../certificates.ts";

export interface CertificatesProps {
  readonly certificates: readonly CertificateLine[];
  readonly mayRevoke: boolean;
  readonly older: string | undefined;
}

/** Whom this installation vouches for. Certificates issue themselves at the first signing. */
export function CertificatesPage({ certificates, mayRevoke, older }: CertificatesProps) {
  return (
    <>
      <PageHeading
        title={t("Signing certificates")}
        hint={t("Each is issued when its owner signs for the first time.")}
        actions={<Button href="/authority.pem">{t("Download the root certificate")}</Button>}
      />
      <Table
        caption={t("Signing certificates")}
        rows={certificates}
        rowKey={({ id }) => id}
        empty={<EmptyState title={t("Nobody has signed yet")} />}
        columns={[
          { label: t("Person"), heading: true, cell: ({ person }) => nameOf(person) },
          { label: t("Designation"), cell: ({ designation }) => <Mixed text={designation} /> },
          { label: t("Number"), cell: ({ serialNumber }) => <code>{serialNumber}</code> },
          { label: t("Valid from"), cell: ({ validFrom }) => formatDate(today(validFrom)) },
          { label: t("Valid until"), cell: ({ validUntil }) => formatDate(today(validUntil)) },
          { label: t("State"), cell: (line) => <State line={line} mayRevoke={mayRevoke} /> },
        ]}
      />
      <Pager before={older} />
    </>
  );
}

function State({
  line,
  mayRevoke,
}: {
  readonly line: CertificateLine;
  readonly mayRevoke: boolean;
}) {
  if (line.revokedAt) {
    return <Tag tone="overdue">{t("Revoked")}</Tag>;
  }
  return mayRevoke ? (
    <Button kind="link" href={`/certificates/${line.id}/revocation`} drawer>
      {t("Revoke")}
    </Button>
  ) : (
    <Tag tone="done">{t("In force")}</Tag>
  );
}
