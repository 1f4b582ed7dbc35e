import { formatNumber, t } from "../../base/index.ts";
import { DocumentViewer, Mixed } from "../../ui/index.ts";
import type { Paper } from "../papers.ts";

export interface LetterPapersProps {
  readonly papers: readonly Paper[];
  /** The one in sight; the first unless told. */
  readonly shownId?: string | undefined;
}

/** The documents uploaded so far, and the one that is being read. The script asks for this piece again. */
export function LetterPapers({ papers, shownId }: LetterPapersProps) {
  const shown = papers.find(({ id }) => id === shownId) ?? papers[0];
  return (
    <>
      {papers.length > 0 && (
        <ol class="letter-papers" aria-label={t("Documents of this letter")}>
          {papers.map((paper) => (
            <LetterPaper
              key={paper.id}
              paper={paper}
              shown={paper === shown && papers.length > 1}
            />
          ))}
        </ol>
      )}
      {shown ? (
        <DocumentViewer href={`/documents/${shown.id}`} title={shown.title} kind={shown.kind} />
      ) : (
        <p class="letter-no-paper quiet">
          {t("The letter appears here as soon as it is chosen, and you enter it beside it.")}
        </p>
      )}
    </>
  );
}

function LetterPaper({ paper, shown }: { readonly paper: Paper; readonly shown: boolean }) {
  return (
    <li class={shown ? "letter-paper-shown" : undefined}>
      <input type="hidden" name="documentIds" value={paper.id} />
      <a href={`/documents/${paper.id}`} target="_blank" rel="noopener" data-show={paper.id}>
        <Mixed text={paper.title} />
      </a>
      <span class="quiet">{t("{count} pages", { count: formatNumber(paper.pages) })}</span>
      <button
        type="submit"
        class="button button-link"
        name="_find"
        value={`remove:${paper.id}`}
        data-remove={paper.id}
        aria-label={t("Remove {name}", { name: paper.title })}
      >
        {t("Remove")}
      </button>
    </li>
  );
}
