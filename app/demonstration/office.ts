import { drawCharges, type DemonstrationCharge } from "./charges.ts";
import { listDesignations, type DemonstrationDesignation } from "./designations.ts";
import { drawEmployees, type DemonstrationEmployee } from "./employees.ts";
import { listHolidays, type Holiday } from "./holidays.ts";
import { markPosts, type MarkedPost } from "./marking.ts";
import { listPosts } from "./posts.ts";
import { seatPosts } from "./seating.ts";
import type { Random } from "./random.ts";
import { listUnits, type DemonstrationUnit } from "./units.ts";

/** The secretariat as it stands before its first letter. */
export interface DemonstrationOffice {
  readonly units: readonly DemonstrationUnit[];
  readonly designations: readonly DemonstrationDesignation[];
  readonly posts: readonly MarkedPost[];
  readonly employees: readonly DemonstrationEmployee[];
  readonly charges: readonly DemonstrationCharge[];
  readonly holidays: readonly Holiday[];
}

/** Units, posts and the three hundred who hold them on `day` (yyyy-mm-dd). */
export function buildOffice(random: Random, day: string): DemonstrationOffice {
  const posts = listPosts();
  const seating = seatPosts(random.fork("seating"), posts);
  const employees = drawEmployees(random.fork("employees"), seating.substantive, day);
  const charges = drawCharges(random.fork("charges"), { seating, employees, day });
  return {
    units: listUnits(),
    designations: listDesignations(),
    posts: markPosts(posts, employees, charges),
    employees,
    charges,
    holidays: listHolidays(),
  };
}
