import { t } from "../../base/index.ts";
import { Button, Notice, PageHeading } from "../../ui/index.ts";

export interface TokenProps {
  readonly name: string;
  readonly text: string;
}

/** The token, this once. */
export function TokenPage({ name, text }: TokenProps) {
  return (
    <>
      <PageHeading title={t("Your new token")} hint={name} />
      <Notice tone="warning">
        {t("It is shown this once. Copy it now; nobody can read it again.")}
      </Notice>
      <p>
        <code class="secret" lang="en">
          {text}
        </code>
      </p>
      <Button href="/me">{t("Back to my account")}</Button>
    </>
  );
}
