import { Gauge } from "prom-client";
import { forPurpose, log } from "../../base/index.ts";
import { countArmed } from "./arming.ts";

/** How many accounts may break the glass now; whoever watches the metrics wakes somebody above nought. */
export const breakGlassArmed = new Gauge({
  name: "secretariat_break_glass_armed",
  help: "Accounts that may come in by breaking the glass now.",
  async collect() {
    try {
      this.set(await forPurpose("identify", countArmed));
    } catch (error) {
      log.warn({ err: error }, "Armed accounts could not be counted");
    }
  },
});
