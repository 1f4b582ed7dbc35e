import { join } from "node:path";
import { ensureUnit } from "../host/index.ts";
import { words } from "../words.ts";
import type { Step } from "./step.ts";
import { unitsIn } from "./unit-files.ts";

/** From now on backups, figures and certificates are looked after without anybody; new ones begin with an upgrade. */
export const timersStep: Step = {
  id: "timers",
  title: words({ hi: "टाइमर", en: "Timers" }),
  async apply(host, { release }) {
    const timers = unitsIn(join(release, "systemd")).filter((name) => name.endsWith(".timer"));
    for (const name of timers) {
      await ensureUnit(host, { name, enabled: true, state: "started" });
    }
  },
};
