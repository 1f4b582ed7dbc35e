import { words } from "../../../base/index.ts";
import type { Tone } from "../../../ui/index.ts";
import type { ImportState } from "../import.ts";
import type { Change } from "../judge-rows.ts";

interface Shown {
  readonly label: string;
  readonly tone: Tone;
}

export const importStates: Readonly<Record<ImportState, Shown>> = {
  reading: { label: words("Being read"), tone: "accent" },
  refused: { label: words("Cannot be read"), tone: "overdue" },
  staged: { label: words("Waiting for your decision"), tone: "soon" },
  committed: { label: words("Taken over"), tone: "done" },
  undone: { label: words("Undone"), tone: "plain" },
  discarded: { label: words("Laid aside"), tone: "plain" },
};

export const changes: Readonly<Record<Change, Shown>> = {
  new: { label: words("New"), tone: "done" },
  changed: { label: words("Changed"), tone: "accent" },
  same: { label: words("Same"), tone: "plain" },
  wrong: { label: words("Wrong"), tone: "overdue" },
};
