import { hasRole, words, type Module } from "../base/index.ts";
import { routes } from "./routes.tsx";

export {
  issueNumber,
  previewNumber,
  type IssuedNumber,
  type NumberRequest,
} from "./issue-number.ts";
export { findTemplate, type NumberTemplate } from "./find-template.ts";
export { declaredSeries, defineNumberSeries, type NumberSeries, type YearKind } from "./series.ts";
export { setTemplate } from "./set-template.ts";
export { yearOf } from "./year.ts";

export const numbering: Module = {
  name: "numbering",
  routes,
  sections: [
    {
      label: words("Numbering"),
      href: "/numbering",
      icon: "files",
      order: 86,
      allow: hasRole("administrator"),
    },
  ],
};
