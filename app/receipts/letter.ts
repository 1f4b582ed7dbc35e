import type {
  DeliveryMode,
  FormOfCommunication,
  LetterLanguage,
  MainCategory,
  SenderType,
  VipType,
} from "./choices.ts";

/** What stands on the letter and its cover. Of a sealed cover only how it came is known. */
export interface Letter {
  readonly deliveryMode: DeliveryMode;
  readonly deliveryNumber: string | null;
  readonly receivedOn: string;
  readonly letterOn: string | null;
  readonly letterNumber: string | null;
  readonly formOfCommunication: FormOfCommunication;
  readonly letterLanguage: LetterLanguage;
  readonly ministry: string | null;
  readonly department: string | null;
  readonly senderType: SenderType | null;
  readonly senderName: string | null;
  readonly senderDesignation: string | null;
  readonly senderOrganisation: string | null;
  readonly address1: string | null;
  readonly address2: string | null;
  readonly city: string | null;
  readonly state: string | null;
  readonly country: string | null;
  readonly pin: string | null;
  readonly email: string | null;
  readonly mobile: string | null;
  readonly telephone: string | null;
  readonly vipType: VipType | null;
  readonly vipName: string | null;
  readonly mainCategory: MainCategory | null;
  readonly subCategory: string | null;
  readonly enclosuresStated: number;
  readonly enclosuresFound: number;
  readonly enclosureRemarks: string | null;
  readonly remarks: string | null;
  readonly wantsAcknowledgement: boolean;
  readonly replyToItemId: string | null;
  /** A confidential cover that the registry did not open. */
  readonly sealed: boolean;
}

/** Enclosures the letter speaks of that did not come with it. */
export function enclosuresMissing(letter: Pick<Letter, "enclosuresStated" | "enclosuresFound">) {
  return Math.max(0, letter.enclosuresStated - letter.enclosuresFound);
}

/** The sender in one line, as registers have him. */
export function senderOf(
  letter: Pick<Letter, "senderName" | "senderDesignation" | "senderOrganisation" | "city">,
): string {
  const { senderName, senderDesignation, senderOrganisation, city } = letter;
  const named = [senderName, senderDesignation, senderOrganisation].filter(Boolean).join(", ");
  return city === null || named.endsWith(city) ? named : [named, city].filter(Boolean).join(", ");
}
