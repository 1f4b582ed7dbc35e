import { t } from "../../base/index.ts";
import { priorityOptions } from "../../movement/index.ts";
import { DateInput, FieldGroup, Radios, Select, TextArea, TextInput } from "../../ui/index.ts";
import type { LetterEntries } from "../begin-letter.ts";
import { formsOfCommunication, letterLanguages, mainCategories } from "../choices.ts";
import { optionsOf } from "./options-of.ts";

interface EntriesProps {
  readonly entries: LetterEntries;
  readonly today: string;
}

/** What the letter is and what it is about. */
export function SubjectFields({ entries, today }: EntriesProps) {
  return (
    <FieldGroup label={t("The letter")}>
      <div class="field-columns field-columns-2">
        <TextInput
          name="letterNumber"
          label={t("Letter number")}
          hint={t("The number or the date is enough.")}
          value={entries.letterNumber}
          maxLength={100}
        />
        <DateInput
          name="letterOn"
          label={t("Date of the letter")}
          value={entries.letterOn}
          max={today}
        />
      </div>
      <TextArea
        name="subject"
        label={t("Subject")}
        value={entries.subject}
        rows={2}
        maxLength={500}
      />
      <div class="field-columns field-columns-2">
        <Select
          name="mainCategory"
          label={t("Main category")}
          options={optionsOf(mainCategories)}
          empty={t("Choose")}
          value={entries.mainCategory}
        />
        <TextInput
          name="subCategory"
          label={t("Sub category")}
          value={entries.subCategory}
          maxLength={100}
          optional
        />
        <Select
          name="formOfCommunication"
          label={t("Form of communication")}
          options={optionsOf(formsOfCommunication)}
          value={entries.formOfCommunication ?? "letter"}
        />
        <Select
          name="letterLanguage"
          label={t("Language of the letter")}
          options={optionsOf(letterLanguages)}
          value={entries.letterLanguage ?? "hi"}
        />
      </div>
      <UrgencyFields entries={entries} today={today} />
    </FieldGroup>
  );
}

function UrgencyFields({ entries, today }: EntriesProps) {
  return (
    <div class="field-columns field-columns-3">
      <Select
        name="priority"
        label={t("Priority")}
        options={priorityOptions()}
        value={entries.priority}
      />
      <DateInput name="dueOn" label={t("Due date")} value={entries.dueOn} min={today} optional />
      <Radios
        name="classification"
        label={t("Classification")}
        options={[
          { value: "normal", label: t("Normal") },
          { value: "confidential", label: t("Confidential") },
        ]}
        value={entries.classification ?? "normal"}
        inline
      />
    </div>
  );
}
