import { t } from "../../base/index.ts";
import { Button, ButtonBar, Notice, PageHeading, PrintButton } from "../../ui/index.ts";

export interface RecoveryCodesProps {
  readonly codes: readonly string[];
}

/** The codes, this once, to be printed. */
export function RecoveryCodesPage({ codes }: RecoveryCodesProps) {
  return (
    <>
      <PageHeading
        title={t("Your recovery codes")}
        hint={t("Each opens once in place of the app or the passkey.")}
      />
      <Notice tone="warning">
        {t("They are shown this once. Print them and keep the sheet where you keep your seals.")}
      </Notice>
      <ol class="codes">
        {codes.map((code) => (
          <li key={code}>
            <code class="secret" lang="en">
              {code}
            </code>
          </li>
        ))}
      </ol>
      <ButtonBar>
        <PrintButton />
        <Button href="/me/security">{t("I have kept them")}</Button>
      </ButtonBar>
    </>
  );
}
