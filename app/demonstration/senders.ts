import { bothOf, type Both } from "./both.ts";
import type { Matter } from "./matters.ts";
import { drawPerson } from "./people.ts";
import type { Random } from "./random.ts";
import { readTable } from "./read-table.ts";
import { listUnits } from "./units.ts";

/** Who wrote a letter, with the address as a diarist enters it. */
export interface Sender {
  /** The kind the content knows: `mla`, `collector`, `citizen` … */
  readonly kind: string;
  /** As the diary's list of sender types has it. */
  readonly type: string;
  readonly vip: "mla" | "mp" | null;
  /** How such a letter is usually written: letter, do_letter, application, notice, memorandum. */
  readonly form: string;
  readonly name: Both;
  readonly designation: Both;
  readonly organisation: Both;
  readonly address1: Both;
  readonly address2: Both;
  readonly city: Both;
  readonly state: Both;
  readonly pin: string;
  readonly email: string | null;
  readonly mobile: string | null;
}

const kinds = new Map(
  readTable("content/sender-kinds", ["kind", "type", "vip", "form"]).map((row) => [row.kind, row]),
);
const nothing: Both = { en: "", hi: "" };
const chhattisgarh: Both = { en: "Chhattisgarh", hi: "छत्तीसगढ़" };

/** Who would write on this matter. */
export function drawSender(random: Random, matter: Matter): Sender {
  const kind = kinds.get(matter.senderKind);
  if (!kind) {
    throw new Error(`unknown kind of sender: ${matter.senderKind}`);
  }
  const vip = kind.vip === "mla" || kind.vip === "mp" ? kind.vip : null;
  return { ...kind, vip, ...drawContact(random), ...identityOf(random, matter) };
}

type Identity = Omit<Sender, "kind" | "type" | "vip" | "form" | "email" | "mobile">;

function identityOf(random: Random, matter: Matter): Identity {
  switch (matter.senderKind) {
    case "citizen":
    case "employee":
      return villager(random, matter);
    case "panchayat":
    case "municipal":
      return localBody(random, matter);
    case "mla":
    case "mp":
      return legislator(random, matter);
    case "collector":
      return collector(random, matter);
    case "head":
    case "department":
      return office(random, matter);
    default:
      return institution(random, matter.senderKind);
  }
}

function drawContact(random: Random) {
  return {
    email: random.chance(0.4) ? `sender${random.between(100, 999)}@post.example` : null,
    mobile: random.chance(0.5) ? String(9_000_500_000 + random.between(1, 99_999)) : null,
  };
}

function nameOfPerson(random: Random): Both {
  const person = drawPerson(random);
  return {
    en: `${person.salutationEn} ${person.nameEn}`,
    hi: `${person.salutationHi} ${person.nameHi}`,
  };
}

/** Matters in which the person spoken of writes himself; elsewhere he may be dead or accused. */
const ownMatters = new Set([
  "rti",
  "grievance",
  "compassionate",
  "pension",
  "welfare",
  "establishment",
]);

function villager(random: Random, { place, gaps, category }: Matter): Identity {
  const employed = { en: gaps.en["post"] ?? "", hi: gaps.hi["post"] ?? "" };
  const person = { en: gaps.en["person"] ?? "", hi: gaps.hi["person"] ?? "" };
  const ward = random.between(1, 20);
  return {
    name: ownMatters.has(category) ? person : nameOfPerson(random),
    designation: random.chance(0.25) ? employed : nothing,
    organisation: nothing,
    address1: {
      en: `Ward No. ${ward}, village ${place.village.en}`,
      hi: `वार्ड क्र. ${ward}, ग्राम ${place.village.hi}`,
    },
    ...inTehsil(random, place),
  };
}

function inTehsil(random: Random, place: Matter["place"]) {
  return {
    address2: { en: `Tehsil ${place.tehsil.en}`, hi: `तहसील ${place.tehsil.hi}` },
    city: place.district,
    state: chhattisgarh,
    pin: `49${random.between(0, 7)}${random.between(0, 9)}${random.between(10, 99)}`,
  };
}

function localBody(random: Random, { place, senderKind }: Matter): Identity {
  const village = senderKind === "panchayat";
  const organisation = village
    ? { en: `Gram Panchayat ${place.village.en}`, hi: `ग्राम पंचायत ${place.village.hi}` }
    : { en: `Nagar Panchayat ${place.tehsil.en}`, hi: `नगर पंचायत ${place.tehsil.hi}` };
  return {
    name: nameOfPerson(random),
    designation: village
      ? { en: "Sarpanch", hi: "सरपंच" }
      : { en: "Chief Municipal Officer", hi: "मुख्य नगर पालिका अधिकारी" },
    organisation,
    address1: organisation,
    ...inTehsil(random, place),
  };
}

const constituencies = readTable("content/constituencies", [
  "house",
  "district",
  "name_en",
  "name_hi",
]);

function legislator(random: Random, matter: Matter): Identity {
  const ofHouse = constituencies.filter(({ house }) => house === matter.senderKind);
  const near = ofHouse.filter(({ district }) => district === matter.place.districtCode);
  const seat = bothOf(random.pick(near.length > 0 ? near : ofHouse));
  const assembly = matter.senderKind === "mla";
  return {
    name: nameOfPerson(random),
    designation: assembly
      ? { en: `Member of Legislative Assembly, ${seat.en}`, hi: `विधायक, ${seat.hi}` }
      : { en: `Member of Parliament, ${seat.en}`, hi: `सांसद, ${seat.hi}` },
    organisation: assembly
      ? { en: "Chhattisgarh Legislative Assembly", hi: "छत्तीसगढ़ विधानसभा" }
      : { en: "Lok Sabha", hi: "लोक सभा" },
    address1: { en: `Residence office, ${seat.en}`, hi: `निवास कार्यालय, ${seat.hi}` },
    ...inTehsil(random, matter.place),
  };
}

function collector(random: Random, { place }: Matter): Identity {
  return {
    name: nameOfPerson(random),
    designation: { en: "Collector", hi: "कलेक्टर" },
    organisation: {
      en: `Office of the Collector, ${place.district.en}`,
      hi: `कार्यालय कलेक्टर, ${place.district.hi}`,
    },
    address1: { en: "Collectorate", hi: "कलेक्टोरेट परिसर" },
    ...inTehsil(random, place),
    address2: nothing,
  };
}

const units = listUnits();
const directorates = units.filter(({ kind }) => kind === "directorate");
const departments = units.filter(({ kind }) => kind === "department");
const navaRaipur = {
  city: { en: "Nava Raipur Atal Nagar", hi: "नवा रायपुर अटल नगर" },
  state: chhattisgarh,
  pin: "492002",
};

/** A directorate, that of the section's own department where it has one; or another department. */
function office(random: Random, { senderKind, section }: Matter): Identity {
  const department = section.split("-")[0];
  const head = senderKind === "head";
  const own = directorates.filter(({ parent }) => parent === department);
  const unit = random.pick(head ? (own.length > 0 ? own : directorates) : departments);
  return {
    name: nameOfPerson(random),
    designation: head
      ? { en: "Additional Director", hi: "अपर संचालक" }
      : { en: "Under Secretary", hi: "अवर सचिव" },
    organisation: { en: unit.nameEn, hi: unit.nameHi },
    address1: head
      ? { en: "Indravati Bhawan", hi: "इन्द्रावती भवन" }
      : { en: "Mantralaya, Mahanadi Bhawan", hi: "मंत्रालय, महानदी भवन" },
    address2: nothing,
    ...navaRaipur,
  };
}

const institutionColumns = [
  "kind",
  "name_en",
  "name_hi",
  "designation_en",
  "designation_hi",
  "address_en",
  "address_hi",
  "city_en",
  "city_hi",
  "state_en",
  "state_hi",
  "pin",
] as const;
const institutions = readTable("content/institutions", institutionColumns);

function institution(random: Random, kind: string): Identity {
  const row = random.pick(institutions.filter((known) => known.kind === kind));
  return {
    name: nameOfPerson(random),
    designation: { en: row.designation_en, hi: row.designation_hi },
    organisation: bothOf(row),
    address1: { en: row.address_en, hi: row.address_hi },
    address2: nothing,
    city: { en: row.city_en, hi: row.city_hi },
    state: { en: row.state_en, hi: row.state_hi },
    pin: row.pin,
  };
}
