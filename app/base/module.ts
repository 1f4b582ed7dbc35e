import type { Actor } from "./policy.ts";
import type { Route } from "./web/route.ts";

/** A place in the rail of every page. */
export interface RailSection {
  /** An English sentence, translated when shown. */
  readonly label: string;
  readonly href: string;
  readonly icon:
    "tray" | "create" | "files" | "dispatch" | "reports" | "people" | "office" | "shield" | "paper";
  /** Lower stands earlier. */
  readonly order: number;
  readonly allow: (actor: Actor) => boolean;
}

/** What a module gives to the whole; its jobs and listeners declare themselves when it is loaded. */
export interface Module {
  readonly name: string;
  readonly routes: readonly Route[];
  readonly sections: readonly RailSection[];
}
