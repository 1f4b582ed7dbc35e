import { t } from "../../base/index.ts";
import { Button, ButtonBar, TextInput } from "../../ui/index.ts";
import { PasskeyButton } from "./passkey-button.tsx";

/** One field for a code of the app or a recovery code, and a button for the passkey. */
export function FactorFields({ passkey }: { readonly passkey: object | undefined }) {
  return (
    <>
      <TextInput
        name="code"
        label={t("Code")}
        hint={t("The six digits your app shows now, or one of your recovery codes")}
        size="medium"
        autocomplete="one-time-code"
        autofocus
      />
      <ButtonBar>
        <Button kind="primary">{t("Confirm")}</Button>
        {passkey && (
          <PasskeyButton
            act="use"
            asked={passkey}
            words={t("Use a passkey")}
            failed={t("The browser gave no passkey. Try again, or write a code.")}
          />
        )}
      </ButtonBar>
    </>
  );
}
