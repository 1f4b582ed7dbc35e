import { words } from "../words.ts";
import type { Step } from "./step.ts";

/** The repositories of the backups and the archiving of the database's journal. */
export const backupsStep: Step = {
  id: "backups",
  title: words({ hi: "बैकअप", en: "Backups" }),
  async apply() {
    // filled in by backups/
  },
};
