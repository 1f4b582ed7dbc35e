import { t } from "../../base/index.ts";
import type { ContentsEntry } from "../../files/index.ts";
import { DateTime, Mixed } from "../../ui/index.ts";

export interface DocketProps {
  readonly paper: ContentsEntry;
  readonly href: string;
}

/** The line in the note sheet that enters a paper where it came: serial, what it is, pages. */
export function Docket({ paper, href }: DocketProps) {
  return (
    <p class="docket">
      <a href={href} data-reference="page">
        {docketWords(paper)}
      </a>
      <span class="docket-title">
        <Mixed text={paper.title} />
      </span>
      <DateTime at={paper.addedAt} day />
    </p>
  );
}

/** "S.No. 3 (Receipt), pages 12–15/c". */
export function docketWords({ direction, pageFrom, pageTo, serial }: ContentsEntry): string {
  const gaps = { serial, from: pageFrom, to: pageTo };
  if (pageTo < pageFrom) {
    return direction === "in"
      ? t("S.No. {serial} (Receipt), on paper", { serial })
      : t("S.No. {serial} (Issue), on paper", { serial });
  }
  if (pageTo === pageFrom) {
    return direction === "in"
      ? t("S.No. {serial} (Receipt), page {from}/c", { serial, from: pageFrom })
      : t("S.No. {serial} (Issue), page {from}/c", { serial, from: pageFrom });
  }
  return direction === "in"
    ? t("S.No. {serial} (Receipt), pages {from}–{to}/c", gaps)
    : t("S.No. {serial} (Issue), pages {from}–{to}/c", gaps);
}
