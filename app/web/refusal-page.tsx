import { t } from "../base/index.ts";
import { ButtonBar, Button, Hidden, HiddenFields, PageHeading } from "../ui/index.ts";

/** A form that waits in the page until it can be taken. */
export interface Again {
  readonly action: string;
  readonly fields: readonly (readonly [name: string, value: string])[];
}

interface RefusalProps {
  readonly status: number;
  readonly sentence: string;
  readonly fields: readonly { readonly field: string; readonly words: string }[];
  readonly requestId: string;
  readonly isSignedIn: boolean;
  readonly again?: Again | undefined;
}

/** Says what happened and what to do next; for a defect, the number the helpdesk will ask for. */
export function RefusalPage(refusal: RefusalProps) {
  const { status, sentence, fields, requestId, isSignedIn, again } = refusal;
  return (
    <>
      <PageHeading title={sentence} />
      <ul>
        {fields.map(({ field, words }) => (
          <li key={field}>{field ? `${field}: ${words}` : words}</li>
        ))}
      </ul>
      {again && <SendAgain {...again} />}
      {status >= 500 && !again && (
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

function SendAgain({ action, fields }: Again) {
  return (
    <form action={action} method="post" class="form" data-enhance="submit-once">
      <HiddenFields />
      {fields.map(([name, value]) => (
        <Hidden key={name + value} name={name} value={value} />
      ))}
      <ButtonBar>
        <Button kind="primary">{t("Send again")}</Button>
      </ButtonBar>
    </form>
  );
}
