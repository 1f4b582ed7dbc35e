import { listDesignations } from "./designations.ts";
import { drawPeople, type Person } from "./people.ts";
import type { DemonstrationPost } from "./posts.ts";
import type { Random } from "./random.ts";

export interface DemonstrationEmployee extends Person {
  readonly code: string;
  readonly designation: string;
  /** All dates as yyyy-mm-dd. */
  readonly bornOn: string;
  readonly joinedServiceOn: string;
  /** Of a domain that exists nowhere. */
  readonly email: string;
  readonly mobile: string;
  readonly preferredLanguage: "hi" | "en";
}

/** One employee for each of the posts, of an age that suits the rank. */
export function drawEmployees(
  random: Random,
  posts: readonly DemonstrationPost[],
  day: string,
): DemonstrationEmployee[] {
  const ranks = new Map(listDesignations().map(({ code, rank }) => [code, rank]));
  const year = Number(day.slice(0, 4));
  return drawPeople(random, posts.length).map((person, index) => {
    const designation = posts[index]?.designation ?? "AG3";
    const service = drawService(random, ranks.get(designation) ?? 15, year);
    return {
      ...person,
      ...service,
      code: `CG${100_101 + index * 7}`,
      designation,
      email: `${person.nameEn.toLowerCase().replace(" ", ".")}@cg.example`,
      mobile: String(9_000_000_100 + index),
      preferredLanguage: random.chance(0.85) ? "hi" : "en",
    };
  });
}

/** Seniors are older; nobody has reached sixty-two or joined before twenty-one. */
function drawService(random: Random, rank: number, year: number) {
  const age = rank <= 4 ? random.between(46, 59) : random.between(40 - rank, 58);
  const bornYear = year - age;
  const joinedYear = Math.min(bornYear + random.between(22, 30), year - 2);
  return {
    bornOn: `${bornYear}-${drawDay(random)}`,
    joinedServiceOn: `${joinedYear}-${drawDay(random)}`,
  };
}

function drawDay(random: Random): string {
  const two = (value: number) => String(value).padStart(2, "0");
  return `${two(random.between(1, 12))}-${two(random.between(1, 28))}`;
}
