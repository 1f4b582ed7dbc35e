import { t } from "../../base/index.ts";
import { Button, Form, TextInput } from "../../ui/index.ts";

/** One line to search a list by; it lives in the address. */
export function SearchLine(props: {
  readonly action: string;
  readonly label: string;
  readonly q: string | undefined;
  readonly hint?: string;
}) {
  return (
    <Form action={props.action} method="get" class="search-line">
      <TextInput
        name="q"
        label={props.label}
        hint={props.hint}
        type="search"
        value={props.q}
        optional
      />
      <Button>{t("Find")}</Button>
    </Form>
  );
}
