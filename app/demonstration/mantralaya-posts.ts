import { chiefSecretary, seat, type PostSeat } from "./seat.ts";
import { centralRegistry, chiefSecretarysOffice, listSections } from "./units.ts";

type SectionRow = ReturnType<typeof listSections>[number];

/** The posts of the Secretariat: the Chief Secretary's office, the registry, the departments. */
export function mantralayaPosts(): PostSeat[] {
  const sections = listSections();
  const departments = new Set(sections.map((row) => row.department));
  return [
    ...chiefSecretarysPosts(),
    ...registryPosts(),
    ...[...departments].flatMap((code) =>
      departmentPosts(
        code,
        sections.filter((row) => row.department === code),
      ),
    ),
  ];
}

const additionalChiefs = new Set(["HOME", "FIN", "FOR"]);
const principals = new Set(["GAD", "REV", "PRD", "HFW"]);
/** Departments of one section that are large enough for an Under Secretary. */
const middling = new Set(["AGRI", "FOOD", "WRD", "ENRG", "MIN", "IND", "HED", "WCD", "SWD", "LAW"]);

function chiefSecretarysPosts(): PostSeat[] {
  const office = chiefSecretarysOffice;
  const chief = seat([office, "CS"], "chief", null);
  return [chief, seat([office, "PVTS"], "private", chief.key)];
}

function registryPosts(): PostSeat[] {
  const registrar = seat([centralRegistry, "SO"], "registrar", chiefSecretary);
  const clerks = ["AG2-1", "AG3-1", "AG3-2", "DEO-1"];
  return [
    registrar,
    ...clerks.map((code) => seat([centralRegistry, code], "registry", registrar.key)),
  ];
}

function departmentPosts(code: string, sections: readonly SectionRow[]): PostSeat[] {
  const secretary = seat([code, secretaryOf(code)], "secretary", chiefSecretary);
  const officers = officersOf(code, sections.length, secretary.key);
  const unders = officers.filter(({ role }) => role === "under");
  return [
    secretary,
    ...officers,
    ...sections.flatMap((section, index) => {
      const superior = unders[index % Math.max(1, unders.length)] ?? secretary;
      return sectionPosts(section, superior.key);
    }),
  ];
}

function secretaryOf(code: string): string {
  if (additionalChiefs.has(code)) {
    return "ACS";
  }
  return principals.has(code) ? "PS" : "SECY";
}

/** Busy departments have a Deputy and Under Secretaries, middling ones an Under Secretary. */
function officersOf(code: string, sections: number, secretary: string): PostSeat[] {
  if (sections === 1) {
    return middling.has(code) ? [seat([code, "US-1"], "under", secretary)] : [];
  }
  const deputy = seat([code, deputyOf(code)], "deputy", secretary);
  const unders = sections >= 4 ? ["US-1", "US-2"] : ["US-1"];
  return [deputy, ...unders.map((under) => seat([code, under], "under", deputy.key))];
}

function deputyOf(code: string): string {
  if (additionalChiefs.has(code)) {
    return "SPLS";
  }
  return principals.has(code) ? "JS" : "DS";
}

const hands = ["ASO-1", "AG2-1", "AG3-1"] as const;

function sectionPosts(section: SectionRow, superior: string): PostSeat[] {
  const officer = seat([section.code, "SO"], "officer", superior);
  // A section with one hand has an assistant, not an assistant section officer.
  const first = section.hands === "1" ? 1 : 0;
  const chosen = hands.slice(first, first + Number(section.hands));
  return [officer, ...chosen.map((hand) => seat([section.code, hand], "hand", officer.key))];
}
