import type { Language } from "../base/index.ts";
import { fill, type Both } from "./both.ts";
import { drawPerson, type Person } from "./people.ts";
import { listPlaces, type Place } from "./places.ts";
import type { Random } from "./random.ts";
import { readTable } from "./read-table.ts";
import { listSections } from "./units.ts";

export type Gaps = Readonly<Record<string, string>>;

/** What a letter and the file opened on it are about. */
export interface Matter {
  readonly category: string;
  readonly section: string;
  readonly senderKind: string;
  readonly place: Place;
  readonly subject: Both;
  /** The values that stand in the subject, for every further text on the matter. */
  readonly gaps: { readonly en: Gaps; readonly hi: Gaps };
}

export interface SubjectTemplate {
  readonly category: string;
  /** Code of a section, the ending that several share (`EST`, `ACC`), or `ANY`. */
  readonly section: string;
  readonly senders: readonly string[];
  readonly subject: Both;
}

export function listSubjects(): readonly SubjectTemplate[] {
  const columns = ["category", "section", "senders", "en", "hi"] as const;
  return readTable("content/subjects", columns).map((row) => ({
    category: row.category,
    section: row.section,
    senders: row.senders.split(";"),
    subject: { en: row.en, hi: row.hi },
  }));
}

const subjects = listSubjects();
const places = listPlaces();
const sectionCodes = listSections().map(({ code }) => code);
const busySections = sectionCodes.filter((code) => !code.endsWith("-GEN"));

/** A matter of this year for one of the sections; Revenue, the shown department, has the most. */
export function drawMatter(random: Random, at: Date, template = drawTemplate(random)): Matter {
  const place = random.pick(places);
  const gaps = drawGaps(random, place, at);
  return {
    category: template.category,
    section: drawSection(random, template.section),
    senderKind: random.pick(template.senders),
    place,
    subject: { en: fill(template.subject.en, gaps.en), hi: fill(template.subject.hi, gaps.hi) },
    gaps,
  };
}

/** The subjects that belong to a section, as its list of subjects. */
export function subjectsOf(section: string): readonly SubjectTemplate[] {
  return subjects.filter(
    (subject) => subject.section === section || section.endsWith(`-${subject.section}`),
  );
}

const shown = subjects.filter(({ section }) => section.startsWith("REV-"));

function drawTemplate(random: Random): SubjectTemplate {
  return random.pick(random.chance(0.3) ? shown : subjects);
}

function drawSection(random: Random, wanted: string): string {
  if (sectionCodes.includes(wanted)) {
    return wanted;
  }
  if (wanted === "ANY") {
    return random.pick(random.chance(0.6) ? busySections : sectionCodes);
  }
  return random.pick(sectionCodes.filter((code) => code.endsWith(`-${wanted}`)));
}

const posts: readonly Both[] = [
  { en: "Patwari", hi: "पटवारी" },
  { en: "Assistant Grade-3", hi: "सहायक ग्रेड-3" },
  { en: "Assistant Teacher", hi: "सहायक शिक्षक" },
  { en: "Lecturer", hi: "व्याख्याता" },
  { en: "Panchayat Secretary", hi: "पंचायत सचिव" },
  { en: "Staff Nurse", hi: "स्टाफ नर्स" },
  { en: "Forest Guard", hi: "वनरक्षक" },
  { en: "Sub Engineer", hi: "उप अभियंता" },
  { en: "Revenue Inspector", hi: "राजस्व निरीक्षक" },
  { en: "Hostel Superintendent", hi: "छात्रावास अधीक्षक" },
];

function drawGaps(random: Random, place: Place, at: Date): Matter["gaps"] {
  const person = drawPerson(random);
  const post = random.pick(posts);
  const amount = amountOf(random);
  const month = new Date(at.getTime() + random.between(-60, 30) * 86_400_000);
  const figures = { ...drawFigures(random), ...drawDates(random, at) };
  const inLanguage = (language: Language) => ({
    ...figures,
    village: place.village[language],
    tehsil: place.tehsil[language],
    district: place.district[language],
    person: honoured(person, language),
    post: post[language],
    amount: amount[language],
    month: monthOf(month, language),
    calendarYear: String(month.getUTCFullYear()),
  });
  return { en: inLanguage("en"), hi: inLanguage("hi") };
}

function drawFigures(random: Random) {
  return {
    area: (random.between(40, 9800) / 1000).toFixed(3),
    number: String(random.between(101, 4899)),
    count: String(random.between(12, 96)),
    months: String(random.between(3, 11)),
    length: (random.between(12, 240) / 10).toFixed(1),
    rupees: `${random.between(11, 98)},${random.between(100, 999)}`,
  };
}

function drawDates(random: Random, at: Date) {
  const year = at.getUTCFullYear();
  const starts = at.getUTCMonth() >= 3 ? year : year - 1;
  return {
    year: `${starts}-${String(starts + 1).slice(2)}`,
    day: dayBefore(at, random.between(20, 140)),
  };
}

function honoured(person: Person, language: Language): string {
  return language === "hi"
    ? `${person.salutationHi} ${person.nameHi}`
    : `${person.salutationEn} ${person.nameEn}`;
}

function amountOf(random: Random): Both {
  const [low, high, en, hi] = random.chance(0.8)
    ? ([120, 9800, "lakh", "लाख"] as const)
    : ([110, 2400, "crore", "करोड़"] as const);
  const value = (random.between(low, high) / 100).toFixed(2);
  return { en: `${value} ${en}`, hi: `${value} ${hi}` };
}

function monthOf(at: Date, language: Language): string {
  const format = new Intl.DateTimeFormat(`${language}-IN`, { month: "long", timeZone: "UTC" });
  return format.format(at);
}

/** dd.mm.yyyy, that many days before. */
export function dayBefore(at: Date, days: number): string {
  const iso = new Date(at.getTime() - days * 86_400_000).toISOString();
  return `${iso.slice(8, 10)}.${iso.slice(5, 7)}.${iso.slice(0, 4)}`;
}
