import type { DemonstrationCharge } from "./charges.ts";
import { listDesignations } from "./designations.ts";
import type { DemonstrationEmployee } from "./employees.ts";
import type { DemonstrationPost } from "./posts.ts";

export interface MarkedPost extends DemonstrationPost {
  /** `SO(RK)-LA-REV`; without initials while the post is vacant. Unique. */
  readonly marking: string;
}

/** Gives each post its marking abbreviation: designation, initials of the holder, section, department. */
export function markPosts(
  posts: readonly DemonstrationPost[],
  employees: readonly DemonstrationEmployee[],
  charges: readonly DemonstrationCharge[],
): MarkedPost[] {
  const abbreviations = new Map(
    listDesignations().map((known) => [known.code, known.abbreviation]),
  );
  const initials = new Map(employees.map(({ code, nameEn }) => [code, initialsOf(nameEn)]));
  const holders = new Map(
    charges.filter(({ kind }) => kind !== "link").map(({ post, employee }) => [post, employee]),
  );
  const taken = new Map<string, number>();
  return posts.map((post) => {
    const holder = initials.get(holders.get(post.key) ?? "");
    const title = abbreviations.get(post.designation) ?? post.designation;
    const plain = `${title}${holder ? `(${holder})` : ""}-${placeOf(post.unit)}`;
    const count = (taken.get(plain) ?? 0) + 1;
    taken.set(plain, count);
    return { ...post, marking: count === 1 ? plain : `${plain}-${count}` };
  });
}

function initialsOf(name: string): string {
  return name
    .split(" ")
    .map((part) => part[0])
    .join("");
}

/** `REV-LA` is the section LA of the department REV; districts and tehsils drop their prefix. */
function placeOf(unit: string): string {
  const parts = unit.replace(/^(D|T|DIV)-/, "").split("-");
  return parts.toReversed().join("-");
}
