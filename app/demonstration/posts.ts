import type { BilingualName } from "../base/index.ts";
import { listDesignations } from "./designations.ts";
import { outerPosts } from "./outer-posts.ts";
import { mantralayaPosts } from "./mantralaya-posts.ts";
import type { PostSeat } from "./seat.ts";
import { listUnits } from "./units.ts";

export interface DemonstrationPost extends PostSeat, BilingualName {}

/** Every post; a superior always stands before those who report to it. */
export function listPosts(): readonly DemonstrationPost[] {
  const units = new Map(listUnits().map((unit) => [unit.code, unit]));
  const designations = new Map(listDesignations().map((known) => [known.code, known]));
  return [...mantralayaPosts(), ...outerPosts()].map((seat) => {
    const unit = units.get(seat.unit);
    const designation = designations.get(seat.designation);
    if (!unit || !designation) {
      throw new Error(`post ${seat.key} has no unit or designation`);
    }
    return {
      ...seat,
      nameEn: `${designation.nameEn}, ${unit.nameEn}`,
      nameHi: `${designation.nameHi}, ${unit.nameHi}`,
    };
  });
}
