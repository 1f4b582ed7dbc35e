import { t } from "../../base/index.ts";
import { Button, ButtonBar, Hidden, HiddenFields, PageHeading } from "../../ui/index.ts";

export interface GoOnProps {
  readonly action: string;
  readonly fields: readonly (readonly [name: string, value: string])[];
}

/** The form that waited, to be sent with one press. */
export function GoOnPage({ action, fields }: GoOnProps) {
  return (
    <>
      <PageHeading
        title={t("Thank you, it is you")}
        hint={t("What you typed was kept. Send it now.")}
      />
      <form action={action} method="post" class="form" data-enhance="submit-once">
        <HiddenFields />
        {fields.map(([name, value]) => (
          <Hidden key={name + value} name={name} value={value} />
        ))}
        <ButtonBar>
          <Button kind="primary">{t("Go on")}</Button>
          <Button href="/tray">{t("Cancel")}</Button>
        </ButtonBar>
      </form>
    </>
  );
}
