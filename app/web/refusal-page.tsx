import { t } from "../base/index.ts";
import { ButtonBar, Button, PageHeading } from "../ui/index.ts";

interface RefusalProps {
  readonly status: number;
  readonly sentence: string;
  readonly fields: readonly { readonly field: string; readonly words: string }[];
  readonly requestId: string;
  readonly isSignedIn: boolean;
}

/** Says what happened and what to do next; for a defect, the number the helpdesk will ask for. */
export function RefusalPage({ status, sentence, fields, requestId, isSignedIn }: RefusalProps) {
  return (
    <>
      <PageHeading title={sentence} />
      <ul>
        {fields.map(({ field, words }) => (
          <li key={field}>{field ? `${field}: ${words}` : words}</li>
        ))}
      </ul>
      {status >= 500 && (
        <p>
          {t("Nothing was changed. Tell the helpdesk this number: {number}", { number: requestId })}
        </p>
      )}
      <ButtonBar>
        {isSignedIn ? (
          <Button href="/tray">{t("Go to the tray")}</Button>
        ) : (
          <Button href="/sign-in">{t("Sign in")}</Button>
        )}
      </ButtonBar>
    </>
  );
}
