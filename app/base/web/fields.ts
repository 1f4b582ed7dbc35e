import { tooLarge } from "../errors.ts";
import { words } from "../words.ts";

const mostFields = 2_000;

/**
 * The fields of a form as they arrive: several of one name become a list, blank ones count as absent.
 * Names are whatever the sender made up, `__proto__` too, hence a map and never a plain object.
 */
export class Fields {
  readonly #given = new Map<string, string[]>();
  #count = 0;

  add(name: string, value: string): void {
    this.#count += 1;
    if (this.#count > mostFields) {
      throw tooLarge(words("What was sent is too large."));
    }
    const before = this.#given.get(name) ?? [];
    before.push(value);
    this.#given.set(name, before);
  }

  values(): Record<string, unknown> {
    const entries = [...this.#given].flatMap(([name, given]): [string, unknown][] => {
      const filled = given.filter((one) => one !== "");
      if (given.length > 1) {
        return [[name, filled]];
      }
      return filled.length === 0 ? [] : [[name, filled[0]]];
    });
    return Object.fromEntries(entries);
  }
}
