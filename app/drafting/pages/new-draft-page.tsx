import { t, type FormState } from "../../base/index.ts";
import {
  Button,
  ButtonBar,
  Form,
  PageHeading,
  Radios,
  Select,
  TextInput,
  type Option,
} from "../../ui/index.ts";
import { formWords, natures } from "../choices.ts";
import type { OpenDraft } from "../read-draft-page.ts";
import { LanguageField, optionsOf } from "./letter-fields.tsx";

export interface NewDraftPageProps {
  readonly item: OpenDraft["item"];
  readonly receipts: readonly Option[];
  readonly replyToReceiptId: string | undefined;
  readonly nature: string;
  readonly language: string;
  readonly form: FormState;
}

/** Which form, in which language, in answer to what; the rest is written on the draft itself. */
export function NewDraftPage(props: NewDraftPageProps) {
  const { item, receipts, form } = props;
  return (
    <>
      <PageHeading
        title={t("Draft a letter")}
        hint={t("In {number}: {subject}", { number: item.number, subject: item.subject })}
      />
      <Form action={`/drafts?itemId=${item.id}`} form={form}>
        <Radios
          name="form"
          label={t("Form of communication")}
          options={Object.entries(formWords).map(([value, label]) => ({ value, label: t(label) }))}
          value="letter"
          inline
        />
        {receipts.length > 0 && (
          <Select
            name="replyToReceiptId"
            label={t("In reply to")}
            hint={t("Its sender and number are filled in.")}
            options={receipts}
            value={props.replyToReceiptId}
            empty={t("No letter in particular")}
            optional
          />
        )}
        <div class="field-columns field-columns-2">
          <LanguageField value={props.language} />
          <Select
            name="nature"
            label={t("Nature")}
            value={props.nature}
            options={optionsOf(natures).filter(({ value }) => value !== "corrigendum")}
          />
        </div>
        <TextInput name="subject" label={t("Subject")} value={item.subject} maxLength={500} />
        <ButtonBar>
          <Button kind="primary">{t("Begin the draft")}</Button>
          <Button kind="link" href={item.href}>
            {t("Cancel")}
          </Button>
        </ButtonBar>
      </Form>
    </>
  );
}
