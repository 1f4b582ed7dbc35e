import { t } from "../../base/index.ts";
import { Disclosure, Field, FieldGroup, Select, TextInput, useField } from "../../ui/index.ts";
import type { LetterEntries } from "../begin-letter.ts";
import { senderTypes } from "../choices.ts";
import { optionsOf } from "./options-of.ts";

interface EntriesProps {
  readonly entries: LetterEntries;
}

/** Who wrote it. Typing the beginning of a name fills in a sender known from before. */
export function SenderFields({ entries }: EntriesProps) {
  return (
    <FieldGroup label={t("From whom")}>
      <div class="field-columns field-columns-2">
        <Select
          name="senderType"
          label={t("Type of sender")}
          options={optionsOf(senderTypes)}
          empty={t("Choose")}
          value={entries.senderType}
        />
        <SenderName entries={entries} />
        <Line name="senderDesignation" label={t("Designation")} entries={entries} />
        <Line name="senderOrganisation" label={t("Organisation")} entries={entries} />
        <Line name="city" label={t("City")} entries={entries} />
        <Line name="state" label={t("State")} entries={entries} />
      </div>
      <Address entries={entries} />
    </FieldGroup>
  );
}

/** A line of text with the senders of past letters beneath it. */
function SenderName({ entries }: EntriesProps) {
  const { typed } = useField("senderName");
  const value = typeof typed === "string" ? typed : entries.senderName;
  return (
    <Field
      name="senderName"
      label={t("Name of the sender")}
      hint={t("Known senders appear as you type.")}
    >
      {(control) => (
        <div
          class="suggest"
          data-enhance="suggest"
          data-suggest="/receipts/senders"
          data-list={t("Known senders")}
        >
          <input
            {...control}
            class="control"
            type="text"
            value={value ?? ""}
            autocomplete="off"
            maxLength={200}
          />
          <ul class="lookup-list" id="known-senders" hidden />
        </div>
      )}
    </Field>
  );
}

const addressNames = ["address1", "address2", "pin", "country", "ministry", "department"] as const;
const contactNames = ["mobile", "telephone", "email"] as const;

function Address({ entries }: EntriesProps) {
  const labels: Readonly<Record<string, string>> = {
    address1: t("Address, first line"),
    address2: t("Address, second line"),
    pin: t("PIN code"),
    country: t("Country"),
    ministry: t("Ministry"),
    department: t("Department"),
    mobile: t("Mobile"),
    telephone: t("Telephone"),
    email: t("E-mail"),
  };
  const names = [...addressNames, ...contactNames];
  const isFilled = names.some((name) => entries[name] !== undefined);
  return (
    <Disclosure title={t("Address and contact")} open={isFilled}>
      <div class="field-columns field-columns-2">
        {names.map((name) => (
          <Line key={name} name={name} label={labels[name] ?? name} entries={entries} />
        ))}
      </div>
    </Disclosure>
  );
}

type TextEntry =
  | (typeof addressNames)[number]
  | (typeof contactNames)[number]
  | "senderDesignation"
  | "senderOrganisation"
  | "city"
  | "state";

function Line(props: { readonly name: TextEntry; readonly label: string } & EntriesProps) {
  const { entries, label, name } = props;
  return <TextInput name={name} label={label} value={entries[name]} maxLength={200} optional />;
}
