import { t, type FormState } from "../../base/index.ts";
import {
  Button,
  ButtonBar,
  Chips,
  DateInput,
  Form,
  Mixed,
  Notice,
  PageHeading,
  Radios,
  TextInput,
} from "../../ui/index.ts";

export interface TemplatePageProps {
  readonly purpose: string;
  readonly name: string;
  readonly tokens: readonly string[];
  /** Patterns to begin from. */
  readonly usual: readonly string[];
  /** What stands in the fields at first. */
  readonly template: string;
  readonly year: string;
  readonly today: string;
  readonly preview?: string | undefined;
  readonly form: FormState;
}

/** Sets a template; the preview shows the next number before anything is saved. */
export function TemplatePage(props: TemplatePageProps) {
  const { form, name, preview, purpose } = props;
  return (
    <>
      <PageHeading title={t("Template of: {series}", { series: t(name) })} />
      <Form action={`/numbering/${purpose}`} form={form} guard>
        {preview !== undefined && (
          <Notice tone="done">
            <p class="number-preview">
              <Mixed text={t("The next number would be {number}", { number: preview })} />
            </p>
          </Notice>
        )}
        <TemplateFields {...props} />
        <ButtonBar>
          <Button kind="primary">{t("Set a template")}</Button>
          <Button name="preview" value="true">
            {t("Preview")}
          </Button>
          <Button href="/numbering" kind="link">
            {t("Cancel")}
          </Button>
        </ButtonBar>
      </Form>
    </>
  );
}

function TemplateFields({ template, today, tokens, usual, year }: TemplatePageProps) {
  return (
    <>
      <TextInput
        name="template"
        label={t("Template")}
        hint={t(
          "Parts: {tokens}. {padded} fills up with zeros. Everything else stands as it is written, in either script.",
          { tokens: tokens.map((token) => `{${token}}`).join(" "), padded: "{serial:4}" },
        )}
        value={template}
        maxLength={120}
      />
      <Chips
        label={t("Usual")}
        target="template"
        options={usual.map((value) => ({ value, label: value }))}
      />
      <Radios
        name="year"
        label={t("Year")}
        options={[
          { value: "calendar", label: t("Calendar year") },
          { value: "financial", label: t("Financial year") },
        ]}
        value={year}
        inline
      />
      <TextInput
        name="unitCode"
        label={t("Code of the unit")}
        hint={t("It binds the unit and all below it. Without a code it binds the whole state.")}
        maxLength={60}
        size="medium"
        optional
      />
      <DateInput name="fromOn" label={t("In force from")} value={today} min={today} />
      <TextInput
        name="orderNumber"
        label={t("Order number")}
        maxLength={100}
        size="medium"
        optional
      />
      <DateInput name="orderOn" label={t("Date of the order")} max={today} optional />
    </>
  );
}
