import { t } from "../../base/index.ts";
import { Button, ButtonBar, PageHeading } from "../../ui/index.ts";

/** The session here is over; the browser goes on by itself, or by the button. */
export function FarewellPage(props: { readonly provider: string; readonly url: string }) {
  return (
    <>
      <PageHeading title={t("You are signed out here")} />
      <ButtonBar>
        <Button href={props.url} kind="primary">
          {props.provider === ""
            ? t("Sign in")
            : t("Sign out of {provider} too", { provider: props.provider })}
        </Button>
      </ButtonBar>
    </>
  );
}

/** A provider reads the status only. */
export function Accepted() {
  return <></>;
}
