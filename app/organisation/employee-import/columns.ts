import type { BilingualName } from "../../base/index.ts";

/** A column of the employee master. Its header may be in English or Hindi. */
export interface ImportColumn extends BilingualName {
  readonly key: string;
  readonly mandatory?: true;
  /** Kept with the person as it is; no rule judges it. */
  readonly isDetail?: true;
  /** Other headers people use for it. */
  readonly others?: readonly string[];
  /** What a filled cell looks like, for the template. */
  readonly example: string;
}

/** In the order of the template. */
export const importColumns: readonly ImportColumn[] = [
  column("code", "Employee code", "कर्मचारी कोड", "CG100101", ["Emp code", "कर्मचारी क्रमांक"]),
  column("salutation", "Appellation", "संबोधन", "श्री", ["Salutation", "Title"]),
  column("nameEn", "Name", "नाम", "Ramesh Sahu", [
    "Name in English",
    "Name (English)",
    "नाम (अंग्रेज़ी)",
  ]),
  optional("nameHi", "Name in Hindi", "हिन्दी में नाम", "रमेश साहू", ["Name (Hindi)", "नाम (हिन्दी)"]),
  column("gender", "Gender", "लिंग", "पुरुष", ["Sex"]),
  column("bornOn", "Date of birth", "जन्म दिनांक", "15.08.1980", ["DOB", "जन्म तिथि"]),
  column("joinedOn", "Date of joining service", "सेवा में नियुक्ति दिनांक", "01.07.2005", [
    "Date of joining",
    "Date of appointment",
    "नियुक्ति दिनांक",
  ]),
  column("email", "E-mail", "ई-मेल", "ramesh.sahu@cg.example", ["Email", "E-mail ID", "ईमेल"]),
  column("mobile", "Mobile", "मोबाइल", "9000000100", ["Mobile number", "मोबाइल नंबर"]),
  column("designation", "Designation", "पदनाम", "SO", ["Designation code"]),
  optional("unit", "Office", "कार्यालय", "", [
    "Unit",
    "Section",
    "Department",
    "अनुभाग",
    "विभाग",
    "इकाई",
  ]),
  optional("post", "Post", "पद", "", ["Post code", "Post name", "पद कोड"]),
  optional("marking", "Marking abbreviation", "अंकन संक्षेप", "", ["Marking"]),
  optional("posting", "Type of posting", "पदस्थापना का प्रकार", "", ["Posting type"]),
  optional("postedOn", "Posted since", "पदस्थापना दिनांक", "", ["Posting from date", "Posting date"]),
  optional("orderNumber", "Posting order", "पदस्थापना आदेश", "", ["Order number", "आदेश क्रमांक"]),
  optional("reportsTo", "Reporting officer (employee code)", "प्रतिवेदक अधिकारी (कर्मचारी कोड)", "", [
    "Reporting officer",
    "प्रतिवेदक अधिकारी",
  ]),
  optional("class", "Class", "श्रेणी", "", ["Group", "Class/Group", "वर्ग"]),
  optional("language", "Preferred language", "पसंदीदा भाषा", "", ["Language", "भाषा"]),
  detail("relative", "Father's or spouse's name", "पिता/पति का नाम", [
    "Father's name",
    "पिता का नाम",
  ]),
  detail("service", "Service or cadre", "सेवा/संवर्ग", ["Cadre", "Service"]),
  detail("payLevel", "Pay level", "वेतन स्तर", []),
  detail("retiresOn", "Superannuation date", "अधिवार्षिकी दिनांक", [
    "Retirement date",
    "सेवानिवृत्ति दिनांक",
  ]),
  detail("officePhone", "Office phone", "कार्यालय दूरभाष", []),
  detail("intercom", "Intercom", "इंटरकॉम", []),
  detail("room", "Room", "कक्ष क्रमांक", ["Room number"]),
  detail("certificate", "Signing certificate serial", "डी.एस.सी. क्रमांक", ["DSC serial", "DSC"]),
  detail("vpn", "VPN needed", "वी.पी.एन. आवश्यक", ["VPN"]),
];

type Names = [
  key: string,
  nameEn: string,
  nameHi: string,
  example: string,
  others: readonly string[],
];

function column(...[key, nameEn, nameHi, example, others]: Names): ImportColumn {
  return { key, nameEn, nameHi, example, others, mandatory: true };
}

function optional(...[key, nameEn, nameHi, example, others]: Names): ImportColumn {
  return { key, nameEn, nameHi, example, others };
}

function detail(
  ...[key, nameEn, nameHi, others]: [string, string, string, readonly string[]]
): ImportColumn {
  return { key, nameEn, nameHi, others, example: "", isDetail: true };
}

const byKey = new Map(importColumns.map((known) => [known.key, known]));

export function columnOfKey(key: string): ImportColumn | undefined {
  return byKey.get(key);
}
