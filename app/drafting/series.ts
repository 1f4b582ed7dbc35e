import { words } from "../base/index.ts";
import { defineNumberSeries } from "../numbering/index.ts";

/** Issue numbers run for each unit and year. */
export const letterSeries = defineNumberSeries({
  purpose: "letter",
  name: words("Issue number of letters"),
  template: "{serial}/{year}/{unit}",
  year: "calendar",
});
