import { t } from "../../../base/index.ts";
import { gap, keepWithNext } from "../../../documents/pdf/index.ts";
import type { Block } from "../form.ts";
import { lines, type LetterPage } from "../letter-page.ts";

export const salutation: Block = (page) =>
  keepWithNext([...lines(page, [page.letter.salutation ?? greeting(page)]), gap(4)]);

function greeting({ form, letter }: LetterPage): string {
  if (form.greeting !== "by_name") {
    return t("Sir/Madam,");
  }
  const name = letter.to[0]?.name;
  return name ? t("Dear {name},", { name }) : t("Dear Sir/Madam,");
}
