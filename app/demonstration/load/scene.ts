import type { Actor } from "../../base/index.ts";
import type { HistoryPlan, PlannedDraft, PlannedFile, PlannedReceipt } from "../history/plan.ts";
import type { Letters } from "./load-letters.ts";
import type { Seats } from "./load-office.ts";

/** What the replay knows: the plan by its keys, and what each key became in the database. */
export interface Scene {
  readonly receipt: (key: string) => PlannedReceipt;
  readonly file: (key: string) => PlannedFile;
  readonly draft: (key: string) => PlannedDraft;
  readonly isFile: (key: string) => boolean;
  readonly seat: (key: string) => Actor;
  readonly head: (code: string) => string;
  readonly letter: Letters["letter"];
  readonly id: (key: string) => string;
  readonly remember: (key: string, id: string) => void;
}

/** How one kind of deed is done with the product's own commands. */
export type Doing<Act> = (scene: Scene, actor: Actor, deed: Act) => Promise<unknown>;

export interface Material {
  readonly plan: HistoryPlan;
  readonly seats: Seats;
  readonly heads: ReadonlyMap<string, string>;
  readonly letters: Letters;
}

export function setScene({ plan, seats, heads, letters }: Material): Scene {
  const ids = new Map<string, string>();
  const confidential = confidentialFiles(plan);
  return {
    receipt: (key) => known(plan.receipts, key),
    file: (key) => withClassification(known(plan.files, key), confidential),
    draft: (key) => known(plan.drafts, key),
    isFile: (key) => plan.files.has(key),
    seat: (key) => known(seats, key),
    head: (code) => known(heads, code),
    letter: letters.letter,
    id: (key) => known(ids, key),
    remember: (key, id) => void ids.set(key, id),
  };
}

function known<Value>(things: ReadonlyMap<string, Value>, key: string): Value {
  const thing = things.get(key);
  if (thing === undefined) {
    throw new Error(`The demonstration has nothing called ${key}`);
  }
  return thing;
}

/** A file that is to hold a confidential letter is confidential from the first. */
function confidentialFiles({ receipts, steps }: HistoryPlan): ReadonlySet<string> {
  const files = steps.flatMap((step) =>
    step.kind === "putInFile" && receipts.get(step.item)?.classification === "confidential"
      ? [step.file]
      : [],
  );
  return new Set(files);
}

function withClassification(file: PlannedFile, confidential: ReadonlySet<string>): PlannedFile {
  return confidential.has(file.key) ? { ...file, classification: "confidential" } : file;
}
