import { formatDate, nameOf, t, type BilingualName } from "../../base/index.ts";
import type { Item } from "../../movement/index.ts";
import { DateTime, DefinitionList, Disclosure, Mixed, type Definition } from "../../ui/index.ts";
import {
  deliveryModes,
  formsOfCommunication,
  letterLanguages,
  mainCategories,
  senderTypes,
  vipTypes,
} from "../choices.ts";
import { senderOf } from "../letter.ts";
import type { Receipt } from "../receipt.ts";
import type { LinkedItem } from "../show-receipt.ts";

interface ReceiptDetailsProps {
  readonly item: Item;
  readonly receipt: Receipt;
  readonly office: BilingualName | null;
  readonly repliesTo: LinkedItem | null;
}

/** What was entered, in the order one asks for it; the rest on demand. */
export function ReceiptDetails(props: ReceiptDetailsProps) {
  return (
    <>
      <DefinitionList items={[...chiefOf(props), ...enclosuresOf(props)]} />
      <Disclosure title={t("All entries")}>
        <DefinitionList items={furtherOf(props)} />
      </Disclosure>
    </>
  );
}

function chiefOf({ item, receipt }: ReceiptDetailsProps): Definition[] {
  return [
    { label: t("From whom"), value: written(senderOf(receipt)) },
    { label: t("VIP"), value: vipOf(receipt) },
    { label: t("Letter number"), value: written(receipt.letterNumber) },
    { label: t("Date of the letter"), value: dayOf(receipt.letterOn) },
    { label: t("Received on"), value: dayOf(receipt.receivedOn) },
    { label: t("Delivery mode"), value: modeOf(receipt) },
    { label: t("Main category"), value: wordOf(mainCategories, receipt.mainCategory) },
    { label: t("Due date"), value: dayOf(item.dueOn) },
    { label: t("Remarks"), value: written(receipt.remarks) },
  ];
}

function enclosuresOf({ receipt, repliesTo }: ReceiptDetailsProps): Definition[] {
  const { enclosureRemarks, enclosuresFound: found, enclosuresStated: stated } = receipt;
  const counted = t("{found} of {stated} found", { found, stated });
  return [
    {
      label: t("Enclosures"),
      value:
        stated + found === 0 ? undefined : (
          <>
            {counted} {enclosureRemarks !== null && <Mixed text={enclosureRemarks} />}
          </>
        ),
    },
    {
      label: t("In reply to our file or receipt"),
      value: repliesTo && (
        <a
          href={repliesTo.kind === "file" ? `/files/${repliesTo.id}` : `/receipts/${repliesTo.id}`}
        >
          <Mixed text={repliesTo.number} />
        </a>
      ),
    },
  ];
}

function furtherOf({ item, office, receipt }: ReceiptDetailsProps): Definition[] {
  const { acknowledgedAt, address1, address2, country, pin, state, wantsAcknowledgement } = receipt;
  return [
    { label: t("Computer number"), value: String(item.computerNumber) },
    { label: t("Diarised in"), value: office ? nameOf(office) : undefined },
    { label: t("Diarised at"), value: <DateTime at={item.createdAt} /> },
    {
      label: t("Form of communication"),
      value: t(formsOfCommunication[receipt.formOfCommunication]),
    },
    { label: t("Language of the letter"), value: t(letterLanguages[receipt.letterLanguage]) },
    { label: t("Type of sender"), value: wordOf(senderTypes, receipt.senderType) },
    { label: t("Ministry"), value: written(receipt.ministry) },
    { label: t("Department"), value: written(receipt.department) },
    { label: t("Address"), value: written(joined([address1, address2, state, country, pin])) },
    { label: t("Mobile"), value: receipt.mobile },
    { label: t("Telephone"), value: receipt.telephone },
    { label: t("E-mail"), value: receipt.email },
    { label: t("Sub category"), value: written(receipt.subCategory) },
    {
      label: t("Acknowledgement"),
      value: acknowledgementOf(wantsAcknowledgement, acknowledgedAt),
    },
  ];
}

function acknowledgementOf(wanted: boolean, given: Date | null) {
  if (given) {
    return <DateTime at={given} />;
  }
  return wanted ? t("Still to be given") : undefined;
}

function modeOf({ deliveryMode, deliveryNumber }: Receipt): string {
  return joined([t(deliveryModes[deliveryMode]), deliveryNumber]) ?? "";
}

function vipOf({ vipName, vipType }: Receipt) {
  return written(joined([vipType === null ? null : t(vipTypes[vipType]), vipName]));
}

function joined(parts: readonly (string | null)[]): string | null {
  const filled = parts.filter((part) => part !== null);
  return filled.length === 0 ? null : filled.join(", ");
}

function written(text: string | null) {
  return text === null || text === "" ? undefined : <Mixed text={text} />;
}

function dayOf(day: string | null) {
  return day === null ? undefined : formatDate(day);
}

function wordOf<Name extends string>(choices: Record<Name, string>, name: Name | null) {
  return name === null ? undefined : t(choices[name]);
}
