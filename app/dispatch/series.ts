import { words } from "../base/index.ts";
import { defineNumberSeries } from "../numbering/index.ts";

/** Outward numbers run for each unit that dispatches, and year. */
export const outwardSeries = defineNumberSeries({
  purpose: "outward",
  name: words("Outward number of letters dispatched"),
  template: "{serial}/{year}/{unit}",
  year: "calendar",
});
