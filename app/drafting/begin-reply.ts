import { formatDate, inLanguage, t, type Actor } from "../base/index.ts";
import { findReceipt, type Receipt } from "../receipts/index.ts";
import type { DraftAddressee } from "./drafted-letter.ts";
import type { GivenDraft } from "./input.ts";
import { findLetter } from "./letter-record.ts";

/** Fills in what the paper answered or corrected says already, where nothing was entered. */
export async function beginReply(actor: Actor, given: GivenDraft): Promise<GivenDraft> {
  const references = given.references.length > 0 ? given.references : await referred(actor, given);
  if (given.replyToReceiptId === undefined || given.to.length + given.toPostIds.length > 0) {
    return { ...given, references };
  }
  const receipt = await findReceipt(actor, given.replyToReceiptId);
  return { ...given, references, to: [senderOfReceipt(receipt)].filter(hasLines) };
}

async function referred(actor: Actor, given: GivenDraft): Promise<string[]> {
  if (given.correctsLetterId !== undefined) {
    const { number, issuedOn } = await findLetter(actor, given.correctsLetterId);
    return [
      inLanguage(given.language, () =>
        t("This office's letter No. {number}, dated {date}", {
          number,
          date: formatDate(issuedOn),
        }),
      ),
    ];
  }
  return given.replyToReceiptId === undefined
    ? []
    : referenceTo(await findReceipt(actor, given.replyToReceiptId), given);
}

function referenceTo({ letterNumber, letterOn }: Receipt, { language }: GivenDraft): string[] {
  const number = letterNumber ?? "";
  const date = letterOn === null ? "" : formatDate(letterOn);
  if (number === "" && date === "") {
    return [];
  }
  return [
    inLanguage(language, () => {
      if (date === "") {
        return t("Your letter No. {number}", { number });
      }
      return number === ""
        ? t("Your letter dated {date}", { date })
        : t("Your letter No. {number}, dated {date}", { number, date });
    }),
  ];
}

function senderOfReceipt(receipt: Receipt): DraftAddressee & { address: string[] } {
  const { senderName, senderDesignation, senderOrganisation, email } = receipt;
  const { address1, address2, city, pin } = receipt;
  const address = [address1, address2, [city, pin].filter(Boolean).join(" ")];
  return {
    name: senderName ?? undefined,
    designation: senderDesignation ?? undefined,
    office: senderOrganisation ?? undefined,
    address: address.filter((line): line is string => line !== null && line !== ""),
    email: email ?? undefined,
  };
}

function hasLines({ name, designation, office }: DraftAddressee): boolean {
  return [name, designation, office].some((part) => part !== undefined);
}
