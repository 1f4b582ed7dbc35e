import { formatNumber, t } from "../../../base/index.ts";
import type { ContentsEntry, PlacedFile } from "../../../files/index.ts";
import { CitedIn, type Backlink } from "../../../notes/index.ts";
import { EmptyState, PaperList, type PaperEntry } from "../../../ui/index.ts";
import type { OpenPaper } from "../choose-paper.ts";
import { flagWords } from "../flag-words.ts";
import { FlagForm } from "./flag-form.tsx";
import { PaperViewer } from "./paper-viewer.tsx";

interface PaperSideProps {
  readonly file: PlacedFile;
  readonly papers: readonly ContentsEntry[];
  readonly open: OpenPaper | null;
  readonly backlinks: readonly Backlink[];
  readonly mayFlag: boolean;
}

/** Correspondence: the contents, then the paper at the page. Only the open paper is loaded. */
export function PaperSide({ file, papers, open, backlinks, mayFlag }: PaperSideProps) {
  if (!open) {
    return (
      <div class="papers-none">
        <EmptyState title={t("No paper lies in this file yet.")}>
          <p>{t("Open a receipt on your desk and choose “Put in a file”.")}</p>
          <p>
            <a href="/tray?kind=receipt">{t("Receipts on your desk")}</a>
          </p>
        </EmptyState>
      </div>
    );
  }
  return (
    <div class="file-papers" data-enhance="paper-pane">
      <PaperList
        label={t("Contents, {papers} papers, {pages} pages", {
          papers: formatNumber(papers.length),
          pages: formatNumber(file.lastPage),
        })}
        papers={papers.map((paper) => entryOf({ file, paper, papers, open }))}
      />
      <div class="paper-open" id="paper">
        <PaperViewer fileId={file.itemId} lastPage={file.lastPage} open={open} />
        <div class="paper-foot">
          <CitedIn fileId={file.itemId} links={citing(backlinks, open.paper)} />
          {mayFlag && <FlagForm fileId={file.itemId} paper={open.paper} />}
        </div>
      </div>
    </div>
  );
}

function entryOf(props: {
  readonly file: PlacedFile;
  readonly paper: ContentsEntry;
  readonly papers: readonly ContentsEntry[];
  readonly open: OpenPaper;
}): PaperEntry {
  const { file, paper, papers, open } = props;
  return {
    id: paper.id,
    href: `/files/${file.itemId}?paper=${paper.id}#paper`,
    serial: formatNumber(paper.serial),
    title: paper.title,
    detail: [paper.number, paper.from].filter((part) => part !== null).join(" · "),
    pages: pagesOf(paper),
    on: paper.addedAt,
    current: paper.id === open.paper.id,
    flag: flagWords(paper, papers),
  };
}

function pagesOf({ pageFrom, pageTo }: ContentsEntry): string {
  if (pageTo < pageFrom) {
    return t("on paper");
  }
  return pageFrom === pageTo
    ? t("p. {page}", { page: pageFrom })
    : t("pp. {from}–{to}", { from: pageFrom, to: pageTo });
}

/** The notes that point at a page of this paper. */
function citing(backlinks: readonly Backlink[], { pageFrom, pageTo }: ContentsEntry): Backlink[] {
  return backlinks.filter(
    ({ targetPage }) => targetPage !== null && targetPage >= pageFrom && targetPage <= pageTo,
  );
}
