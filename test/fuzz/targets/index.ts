import type { Target } from "../fuzz.ts";
import { documentTargets } from "./documents.ts";
import { peopleTargets } from "./people.ts";
import { signatureTargets } from "./signatures.ts";
import { webTargets } from "./web.ts";
import { writingTargets } from "./writing.ts";

/** Everything of ours that reads what strangers send; a new reader is added here. */
export const targets: readonly Target[] = [
  ...writingTargets,
  ...signatureTargets,
  ...documentTargets,
  ...peopleTargets,
  ...webTargets,
];
