import { words } from "../base/index.ts";
import { defineNumberSeries } from "../numbering/index.ts";

/**
 * Chhattisgarh's pattern, as in `एफ 10-4/2015/1/5`: head and serial, year, department and section.
 * Serials run apart under each head of a section.
 */
export const fileSeries = defineNumberSeries({
  purpose: "file",
  name: words("File number from heads"),
  template: "एफ {basic}-{serial}/{year}/{departmentNumber}/{unitNumber}",
  year: "calendar",
  tokens: ["basic", "primary", "secondary", "tertiary"],
});
