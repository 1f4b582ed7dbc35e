import { words } from "../base/index.ts";

/** What a diarist chooses from: the word that is stored, and the words that are shown. */
export const deliveryModes = {
  by_hand: words("By hand"),
  special_messenger: words("Special messenger"),
  peon_book: words("Peon book"),
  ordinary_post: words("Ordinary post"),
  registered_post: words("Registered post"),
  registered_ad: words("Registered post with acknowledgement"),
  speed_post: words("Speed post"),
  insured_post: words("Insured post"),
  courier: words("Courier"),
  email: words("E-mail"),
  fax: words("Fax"),
  e_office: words("Digital Secretariat"),
  portal: words("Portal"),
  counter: words("Counter"),
} as const;

export const formsOfCommunication = {
  letter: words("Letter"),
  do_letter: words("Demi-official letter"),
  memorandum: words("Memorandum"),
  application: words("Application"),
  notice: words("Notice"),
  uo_note: words("Inter-departmental note"),
  order: words("Order"),
  office_order: words("Office order"),
  circular: words("Circular"),
  notification: words("Notification"),
  endorsement: words("Endorsement"),
  reminder: words("Reminder"),
  minutes: words("Minutes of a meeting"),
  resolution: words("Resolution"),
  sanction_order: words("Sanction order"),
  show_cause: words("Show-cause notice"),
  press_note: words("Press note"),
  acknowledgement: words("Acknowledgement"),
  bill: words("Bill or voucher"),
  other: words("Other paper"),
} as const;

export const senderTypes = {
  government_of_india: words("Government of India"),
  state_department: words("Department of the State"),
  head_of_department: words("Head of Department or Directorate"),
  district: words("District or tehsil"),
  public_undertaking: words("Public undertaking or board"),
  local_body: words("Local body"),
  court: words("Court or tribunal"),
  raj_bhavan: words("Raj Bhavan"),
  chief_minister: words("Chief Minister's office"),
  minister: words("Minister"),
  vidhan_sabha: words("Vidhan Sabha Secretariat"),
  mp: words("Member of Parliament"),
  mla: words("Member of the Legislative Assembly"),
  citizen: words("Citizen"),
  company: words("Company"),
  association: words("Association or union"),
  anonymous: words("Nobody named"),
} as const;

export const vipTypes = {
  governor: words("Governor"),
  chief_minister: words("Chief Minister"),
  minister: words("Minister"),
  union_minister: words("Union Minister"),
  speaker: words("Speaker of the Vidhan Sabha"),
  leader_of_opposition: words("Leader of the Opposition"),
  mp: words("Member of Parliament"),
  mla: words("Member of the Legislative Assembly"),
  former_member: words("Former member of Parliament or Assembly"),
  judge: words("Judge"),
  commission: words("Chairperson of a commission"),
} as const;

export const mainCategories = {
  establishment: words("Establishment"),
  compassionate: words("Compassionate appointment"),
  pension: words("Pension"),
  land: words("Land acquisition"),
  nazul: words("Nazul and land records"),
  relief: words("Relief and compensation"),
  assembly: words("Legislative Assembly"),
  rti: words("Right to information"),
  court: words("Court case"),
  grievance: words("Grievance"),
  budget: words("Budget"),
  audit: words("Audit"),
  purchase: words("Purchase"),
  tender: words("Tender"),
  scholarship: words("Scholarship and hostels"),
  school: words("Schools"),
  health: words("Health"),
  police: words("Police"),
  ration: words("Ration and paddy"),
  forest: words("Forest rights and forest land"),
  road: words("Road and bridge"),
  building: words("Building"),
  water: words("Drinking water"),
  irrigation: words("Irrigation and agriculture"),
  power: words("Electricity"),
  urban: words("Urban bodies"),
  housing: words("Rural housing and wages"),
  industry: words("Industry and minerals"),
  welfare: words("Welfare"),
  meeting: words("Meetings and information"),
  other: words("Other matter"),
} as const;

export const letterLanguages = {
  hi: words("Hindi"),
  en: words("English"),
  other: words("Another language"),
} as const;

export type DeliveryMode = keyof typeof deliveryModes;
export type FormOfCommunication = keyof typeof formsOfCommunication;
export type SenderType = keyof typeof senderTypes;
export type VipType = keyof typeof vipTypes;
export type MainCategory = keyof typeof mainCategories;
export type LetterLanguage = keyof typeof letterLanguages;

/** The stored words of a list of choices, for a schema. */
export function namesOf<Choices extends object>(
  choices: Choices,
): [keyof Choices & string, ...(keyof Choices & string)[]] {
  const [first, ...rest] = Object.keys(choices) as (keyof Choices & string)[];
  if (first === undefined) {
    throw new Error("A list of choices cannot be empty");
  }
  return [first, ...rest];
}
