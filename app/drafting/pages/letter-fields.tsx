import { t } from "../../base/index.ts";
import {
  Checkbox,
  Disclosure,
  FieldGroup,
  Lookup,
  Select,
  TextArea,
  TextInput,
  type Option,
} from "../../ui/index.ts";
import { NoteEditor } from "../../writing/index.ts";
import { formWords, languageWords } from "../choices.ts";
import type { OpenDraft } from "../read-draft-page.ts";

type Fields = Pick<OpenDraft, "body" | "draft" | "entries" | "offered" | "revision" | "savedAt">;

/** The letter, part by part, in the order of the paper. */
export function LetterFields(props: Fields) {
  const { body, draft, entries, offered, revision, savedAt } = props;
  return (
    <>
      <div class="field-columns field-columns-2">
        <FormField value={entries.form} />
        <LanguageField value={entries.language} />
      </div>
      <FieldGroup label={t("To whom")}>
        <Lookup
          name="toPostIds"
          label={t("Inside the secretariat")}
          hint={t("The signed letter reaches these desks by itself, as a receipt.")}
          url="/posts/lookup"
          options={offered.to}
          value={entries.toPostIds}
          multiple
          optional
        />
        <TextArea
          name="to"
          label={t("Outside")}
          hint={t("As it stands on the envelope. An empty line between two addressees.")}
          value={entries.to}
          rows={4}
          optional
        />
      </FieldGroup>
      <TextInput name="subject" label={t("Subject")} value={entries.subject} maxLength={500} />
      <TextArea
        name="references"
        label={t("References")}
        hint={t("One in each line.")}
        value={entries.references}
        rows={2}
        optional
      />
      <NoteEditor
        name="body"
        label={t("Text of the letter")}
        document={body}
        autosaveUrl={`/drafts/${draft.id}/body`}
        revision={revision}
        savedAt={savedAt ?? undefined}
      />
      <TextArea
        name="enclosures"
        label={t("Enclosures")}
        hint={t("One in each line.")}
        value={entries.enclosures}
        rows={2}
        optional
      />
      <SignatoryFields entries={entries} options={offered.signatory} />
      <CopyFields entries={entries} options={offered.copies} />
      <Rest entries={entries} />
    </>
  );
}

export function FormField({ value }: { readonly value: string }) {
  return (
    <Select
      name="form"
      label={t("Form of communication")}
      value={value}
      options={optionsOf(formWords)}
    />
  );
}

export function LanguageField({ value }: { readonly value: string }) {
  return (
    <Select
      name="language"
      label={t("Language of the letter")}
      value={value}
      options={optionsOf(languageWords)}
    />
  );
}

interface Part {
  readonly entries: OpenDraft["entries"];
  readonly options: readonly Option[];
}

function SignatoryFields({ entries, options }: Part) {
  return (
    <FieldGroup label={t("Signature")}>
      <Lookup
        name="signatoryPostId"
        label={t("Signed by")}
        hint={t("The post that signs. Its holder stands under the letter.")}
        url="/posts/lookup"
        options={options}
        value={entries.signatoryPostId}
        optional
      />
      <Checkbox
        name="inGovernorsName"
        label={t("By order and in the name of the Governor")}
        checked={entries.inGovernorsName}
      />
    </FieldGroup>
  );
}

function CopyFields({ entries, options }: Part) {
  return (
    <FieldGroup label={t("Copies to")}>
      <Lookup
        name="copyPostIds"
        label={t("Copies inside the secretariat")}
        url="/posts/lookup"
        options={options}
        value={entries.copyPostIds}
        multiple
        optional
      />
      <TextArea
        name="copies"
        label={t("Copies outside")}
        hint={t("One in each line; behind a dash, what it is for.")}
        value={entries.copies}
        rows={3}
        optional
      />
    </FieldGroup>
  );
}

function Rest({ entries }: Pick<Part, "entries">) {
  const { marking, place, salutation } = entries;
  return (
    <Disclosure
      title={fieldTitle(entries)}
      open={marking !== undefined || salutation !== undefined}
    >
      <TextInput name="place" label={t("Place")} value={place} maxLength={100} optional />
      <TextInput
        name="salutation"
        label={t("Salutation")}
        hint={t("Left empty, the form's own salutation stands there.")}
        value={salutation}
        maxLength={120}
        optional
      />
      <TextInput
        name="marking"
        label={t("Marking")}
        hint={t("Above the letterhead, such as Confidential or Most immediate.")}
        value={marking}
        maxLength={60}
        optional
      />
    </Disclosure>
  );
}

function fieldTitle({ place }: Pick<Part, "entries">["entries"]): string {
  return place === undefined
    ? t("Place, salutation, marking")
    : t("Place ({place}), salutation, marking", { place });
}

export function optionsOf(choices: Readonly<Record<string, string>>): Option[] {
  return Object.entries(choices).map(([value, label]) => ({ value, label: t(label) }));
}
