import { t } from "../../base/index.ts";
import { DateInput, FieldGroup, Select, TextInput } from "../../ui/index.ts";
import type { LetterEntries } from "../begin-letter.ts";
import { deliveryModes } from "../choices.ts";
import { optionsOf } from "./options-of.ts";

interface EntriesProps {
  readonly entries: LetterEntries;
  readonly today: string;
}

/** How and when it came. */
export function ArrivalFields({ entries, today }: EntriesProps) {
  return (
    <div data-first-entry>
      <FieldGroup label={t("How it came")} columns={3}>
        <Select
          name="deliveryMode"
          label={t("Delivery mode")}
          options={optionsOf(deliveryModes)}
          value={entries.deliveryMode}
        />
        <DateInput
          name="receivedOn"
          label={t("Received on")}
          value={entries.receivedOn}
          max={today}
        />
        <TextInput
          name="deliveryNumber"
          label={t("Delivery number")}
          value={entries.deliveryNumber}
          maxLength={60}
          optional
        />
      </FieldGroup>
    </div>
  );
}
