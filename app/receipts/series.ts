import { words } from "../base/index.ts";
import { defineNumberSeries } from "../numbering/index.ts";

/** Diary numbers run for each section and year. */
export const diarySeries = defineNumberSeries({
  purpose: "diary",
  name: words("Diary number of letters received"),
  template: "{serial}/{year}/{unit}",
  year: "calendar",
});
