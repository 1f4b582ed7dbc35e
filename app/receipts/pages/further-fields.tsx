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
import type { LetterEntries } from "../begin-letter.ts";
import { vipTypes } from "../choices.ts";
import { optionsOf } from "./options-of.ts";

export interface FurtherFieldsProps {
  readonly entries: LetterEntries;
  /** The item it answers, and what was found without script. */
  readonly replies: readonly Option[];
}

/** Enclosures, and what few letters need. */
export function FurtherFields({ entries, replies }: FurtherFieldsProps) {
  return (
    <>
      <FieldGroup label={t("Enclosures")} columns={3}>
        <TextInput
          name="enclosuresStated"
          label={t("Stated in the letter")}
          type="number"
          size="short"
          value={entries.enclosuresStated ?? 0}
        />
        <TextInput
          name="enclosuresFound"
          label={t("Found with it")}
          type="number"
          size="short"
          value={entries.enclosuresFound ?? 0}
        />
        <TextInput
          name="enclosureRemarks"
          label={t("What is missing or found")}
          value={entries.enclosureRemarks}
          maxLength={500}
          optional
        />
      </FieldGroup>
      <Disclosure
        title={t("VIP, reply to us, remarks")}
        open={entries.vipType !== undefined || replies.length > 0 || entries.remarks !== undefined}
      >
        <SeldomFields entries={entries} replies={replies} />
      </Disclosure>
      <Checkbox
        name="wantsAcknowledgement"
        label={t("Give an acknowledgement")}
        checked={entries.wantsAcknowledgement}
      />
    </>
  );
}

function SeldomFields({ entries, replies }: FurtherFieldsProps) {
  return (
    <>
      <div class="field-columns field-columns-2">
        <Select
          name="vipType"
          label={t("VIP")}
          options={optionsOf(vipTypes)}
          empty={t("None")}
          value={entries.vipType}
          optional
        />
        <TextInput
          name="vipName"
          label={t("Name of the VIP")}
          value={entries.vipName}
          maxLength={200}
          optional
        />
      </div>
      <Lookup
        name="replyToItemId"
        label={t("In reply to our file or receipt")}
        hint={t("Type its number.")}
        url="/receipts/items"
        options={replies}
        value={entries.replyToItemId}
        optional
      />
      <TextArea
        name="remarks"
        label={t("Remarks")}
        value={entries.remarks}
        maxLength={2000}
        rows={2}
        optional
      />
    </>
  );
}
