import { t } from "../../base/index.ts";
import type { ContentsEntry } from "../../files/index.ts";

const romans = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"];

/** PUC for the paper under consideration; FR for a fresh receipt, numbered where there are several. */
export function flagWords(
  paper: ContentsEntry,
  papers: readonly ContentsEntry[],
): string | undefined {
  if (paper.flag === "puc") {
    return t("PUC");
  }
  if (paper.flag === null) {
    return undefined;
  }
  const fresh = papers.filter(({ flag }) => flag === "fr");
  const place = fresh.indexOf(paper);
  return fresh.length > 1
    ? t("FR {number}", { number: romans[place] ?? String(place + 1) })
    : t("FR");
}
