import { t } from "../../base/index.ts";
import { priorityOptions } from "../../movement/index.ts";
import { DateInput, FieldGroup, Radios, Select, TextArea, TextInput } from "../../ui/index.ts";
import type { LetterEntries } from "../begin-letter.ts";
import {
  deliveryModes,
  formsOfCommunication,
  letterLanguages,
  mainCategories,
} from "../choices.ts";
import { optionsOf } from "./options-of.ts";

interface EntriesProps {
  readonly entries: LetterEntries;
  readonly today: string;
}

/** How the letter came, what it is and what it is about, in the order the eye finds it. */
export function SubjectFields({ entries, today }: EntriesProps) {
  return (
    <FieldGroup label={t("The letter")}>
      <div class="field-columns field-columns-2" data-first-entry>
        <ArrivalFields entries={entries} today={today} />
      </div>
      <TextArea
        name="subject"
        label={t("Subject")}
        value={entries.subject}
        rows={2}
        maxLength={500}
      />
      <div class="field-columns field-columns-2">
        <KindFields entries={entries} />
      </div>
    </FieldGroup>
  );
}

function ArrivalFields({ entries, today }: EntriesProps) {
  return (
    <>
      <Select
        name="deliveryMode"
        label={t("Delivery mode")}
        options={optionsOf(deliveryModes)}
        value={entries.deliveryMode}
      />
      <TextInput
        name="deliveryNumber"
        label={t("Delivery number")}
        value={entries.deliveryNumber}
        maxLength={60}
        optional
      />
      <DateInput
        name="receivedOn"
        label={t("Received on")}
        value={entries.receivedOn}
        max={today}
      />
      <DateInput
        name="letterOn"
        label={t("Date of the letter")}
        value={entries.letterOn}
        max={today}
      />
      <TextInput
        name="letterNumber"
        label={t("Letter number")}
        value={entries.letterNumber}
        maxLength={100}
      />
      <Select
        name="formOfCommunication"
        label={t("Form of communication")}
        options={optionsOf(formsOfCommunication)}
        value={entries.formOfCommunication ?? "letter"}
      />
    </>
  );
}

function KindFields({ entries }: Pick<EntriesProps, "entries">) {
  return (
    <>
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
    </>
  );
}

/** How soon and how secretly it is to be dealt with. */
export function UrgencyFields({ entries, today }: EntriesProps) {
  return (
    <FieldGroup label={t("How it is dealt with")} columns={2}>
      <Select
        name="priority"
        label={t("Priority")}
        options={priorityOptions()}
        value={entries.priority}
      />
      <DateInput name="dueOn" label={t("Due date")} value={entries.dueOn} min={today} optional />
      <Select
        name="letterLanguage"
        label={t("Language of the letter")}
        options={optionsOf(letterLanguages)}
        value={entries.letterLanguage ?? "hi"}
      />
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
    </FieldGroup>
  );
}
