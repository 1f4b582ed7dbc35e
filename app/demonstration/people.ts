import type { BilingualName } from "../base/index.ts";
import { readTable } from "./read-table.ts";
import type { Random } from "./random.ts";

export type Gender = "male" | "female";

export interface Person extends BilingualName {
  readonly gender: Gender;
  readonly salutationEn: "Shri" | "Smt." | "Ku." | "Dr.";
  readonly salutationHi: "श्री" | "श्रीमती" | "कु." | "डॉ.";
}

/** Draws people of whom no two bear the same name. */
export function drawPeople(random: Random, count: number): Person[] {
  const people = new Map<string, Person>();
  while (people.size < count) {
    const person = drawPerson(random);
    if (!people.has(person.nameEn)) {
      people.set(person.nameEn, person);
    }
  }
  return [...people.values()];
}

const given = readTable("content/given-names", ["gender", "community", "name_en", "name_hi"]);
const surnames = readTable("content/surnames", ["community", "name_en", "name_hi"]);
/** A Muslim surname wants a Muslim given name; Christian surnames stand with Hindu ones too. */
const fits = (first: string, last: string) =>
  first === last || (first === "" && last === "christian");

const men = given.filter(({ gender }) => gender === "male");
const women = given.filter(({ gender }) => gender === "female");

/** A name as Chhattisgarh writes it in both scripts; a third of the people are women. */
export function drawPerson(random: Random): Person {
  const gender: Gender = random.chance(0.34) ? "female" : "male";
  const last = random.pick(surnames);
  const first = random.pick(
    (gender === "female" ? women : men).filter((name) => fits(name.community, last.community)),
  );
  return {
    nameEn: `${first.name_en} ${last.name_en}`,
    nameHi: `${first.name_hi} ${last.name_hi}`,
    gender,
    ...salutationOf(random, gender),
  };
}

function salutationOf(random: Random, gender: Gender) {
  if (random.chance(0.05)) {
    return { salutationEn: "Dr.", salutationHi: "डॉ." } as const;
  }
  if (gender === "male") {
    return { salutationEn: "Shri", salutationHi: "श्री" } as const;
  }
  return random.chance(0.75)
    ? ({ salutationEn: "Smt.", salutationHi: "श्रीमती" } as const)
    : ({ salutationEn: "Ku.", salutationHi: "कु." } as const);
}
