import type { Letter, LetterFormName } from "../../app/drafting/letter/index.ts";
import type { RichNode } from "../../app/documents/pdf/index.ts";
import type { Language } from "../../app/base/words.ts";

export const hindiParagraph =
  "उपरोक्त विषयांतर्गत लेख है कि क्षेत्रीय कार्यालयों द्वारा प्रस्तुत प्रस्तावों का परीक्षण किया गया। कृषि, राष्ट्रीय उद्यान तथा विद्यार्थी कल्याण संबंधी द्वितीय त्रैमासिक प्रतिवेदन समय-सीमा में मंत्रालय को प्रेषित किया जाए।";
export const englishParagraph =
  "I am directed to invite your attention to the subject cited above and to say that the proposals received from the regional offices have been examined. The quarterly report for the second quarter should reach the Mantralaya within the time limit.";

/** A letter with every part filled in; tests change what they are about. */
export function aLetter(
  form: LetterFormName,
  language: Language,
  changes: Partial<Letter> = {},
): Letter {
  const words = language === "hi" ? hindiWords : englishWords;
  return { ...common, ...words, form, language, ...byForm[form], ...changes };
}

export function text(value: string, ...marks: string[]): RichNode {
  return { type: "text", text: value, marks: marks.map((type) => ({ type })) };
}

export function node(type: string, ...content: RichNode[]): RichNode {
  return { type, content };
}

const byForm: Partial<Record<LetterFormName, Partial<Letter>>> = {
  order: { inGovernorsName: true, to: [] },
  do_letter: { references: [], copies: [] },
  uo_note: { copies: [] },
};

const common = {
  letterhead: {
    governmentHi: "छत्तीसगढ़ शासन",
    governmentEn: "GOVERNMENT OF CHHATTISGARH",
    departmentHi: "सामान्य प्रशासन विभाग",
    departmentEn: "General Administration Department",
    officeHi: ":: मंत्रालय ::",
    officeEn: ":: MANTRALAYA ::",
    addressHi: "महानदी भवन, नवा रायपुर अटल नगर",
    addressEn: "Mahanadi Bhawan, Nava Raipur Atal Nagar",
  },
  number: "एफ 1-7/2026/1/6",
  date: "2026-11-21",
  signatory: {
    nameHi: "रश्मि वर्मा",
    nameEn: "Rashmi Verma",
    designationHi: "अवर सचिव",
    designationEn: "Under Secretary",
    departmentHi: "छत्तीसगढ़ शासन, सामान्य प्रशासन विभाग",
    departmentEn: "Government of Chhattisgarh, General Administration Department",
    phone: "0771-2510123",
    email: "us-gad.cg@example.in",
  },
  endorsementNumber: "एफ 1-7/2026/1/6",
} as const;

const hindiWords = {
  place: "नवा रायपुर अटल नगर",
  to: [
    {
      name: "श्री अशोक साहू",
      designation: "कलेक्टर",
      office: "जिला बस्तर",
      address: ["जगदलपुर (छत्तीसगढ़)"],
    },
  ],
  subject: "द्वितीय त्रैमासिक प्रतिवेदन समय-सीमा में प्रेषित करने तथा क्षेत्रीय कार्यालयों के निरीक्षण के संबंध में।",
  references: [
    "इस विभाग का समसंख्यक पत्र दिनांक 05.10.2026",
    "आपका पत्र क्रमांक 4521/स्था./2026 दिनांक 12.11.2026",
  ],
  body: node(
    "doc",
    node("paragraph", text(hindiParagraph)),
    node(
      "ordered_list",
      node(
        "list_item",
        node(
          "paragraph",
          text("निरीक्षण प्रतिवेदन "),
          text("दिनांक 30.11.2026", "strong"),
          text(" तक अनिवार्यतः प्रस्तुत किया जाए।"),
        ),
      ),
      node(
        "list_item",
        node("paragraph", text("लंबित प्रकरणों की सूची निर्धारित प्रपत्र में संलग्न की जाए।", "underline")),
      ),
    ),
    node(
      "table",
      node(
        "table_row",
        node("table_header", node("paragraph", text("क्र."))),
        node("table_header", node("paragraph", text("जिला"))),
        node("table_header", node("paragraph", text("लंबित प्रकरण"))),
      ),
      node(
        "table_row",
        node("table_cell", node("paragraph", text("1"))),
        node("table_cell", node("paragraph", text("बस्तर (Bastar)"))),
        node("table_cell", node("paragraph", text("1,24,560"))),
      ),
      node(
        "table_row",
        node("table_cell", node("paragraph", text("2"))),
        node("table_cell", node("paragraph", text("रायपुर"))),
        node("table_cell", node("paragraph", text("98,210"))),
      ),
    ),
    node("paragraph", text("कृपया निर्देशों का "), text("कड़ाई से", "em"), text(" पालन सुनिश्चित करें।")),
  ),
  enclosures: ["निर्धारित प्रपत्र", "लंबित प्रकरणों की सूची (पृष्ठ 1 से 4)"],
  copies: [
    { designation: "निज सचिव", office: "मान. मुख्यमंत्री जी, मुख्यमंत्री निवास, रायपुर" },
    {
      designation: "संभागायुक्त",
      office: "बस्तर संभाग, जगदलपुर",
      purpose: "निर्देशों के पालन की समीक्षा हेतु",
    },
    { designation: "गार्ड फाइल" },
  ],
} as const;

const englishWords = {
  number: "F 1-7/2026/1/6",
  endorsementNumber: "F 1-7/2026/1/6",
  place: "Nava Raipur Atal Nagar",
  to: [
    {
      name: "Shri Ashok Sahu",
      designation: "Collector",
      office: "District Bastar",
      address: ["Jagdalpur (Chhattisgarh)"],
    },
  ],
  subject:
    "Submission of the quarterly report within the time limit, and inspection of the regional offices.",
  references: [
    "This department's letter of even number dated 05.10.2026",
    "Your letter No. 4521/Estt./2026 dated 12.11.2026",
  ],
  body: node(
    "doc",
    node("paragraph", text(englishParagraph)),
    node(
      "ordered_list",
      node(
        "list_item",
        node(
          "paragraph",
          text("The inspection report must be submitted by "),
          text("30.11.2026", "strong"),
          text("."),
        ),
      ),
      node(
        "list_item",
        node(
          "paragraph",
          text("A list of pending cases in the form prescribed shall be enclosed.", "underline"),
        ),
      ),
    ),
    node("heading", text("Pending cases")),
    node(
      "table",
      node(
        "table_row",
        node("table_header", node("paragraph", text("No."))),
        node("table_header", node("paragraph", text("District"))),
        node("table_header", node("paragraph", text("Pending"))),
      ),
      node(
        "table_row",
        node("table_cell", node("paragraph", text("1"))),
        node("table_cell", node("paragraph", text("Bastar"))),
        node("table_cell", node("paragraph", text("1,24,560"))),
      ),
    ),
    node(
      "paragraph",
      text("Strict", "em"),
      text(" compliance of the instructions may be ensured."),
    ),
  ),
  enclosures: ["The form prescribed", "List of pending cases (pages 1 to 4)"],
  copies: [
    { designation: "Private Secretary to the Hon'ble Chief Minister", office: "Raipur" },
    {
      designation: "Divisional Commissioner",
      office: "Bastar, Jagdalpur",
      purpose: "to review compliance",
    },
    { designation: "Guard file" },
  ],
} as const;
