import { formatNumber, t } from "../../../base/index.ts";
import { viewerKind } from "../../../documents/index.ts";
import { DocumentViewer } from "../../../ui/index.ts";
import type { OpenPaper } from "../choose-paper.ts";

interface PaperViewerProps {
  readonly fileId: string;
  readonly lastPage: number;
  readonly open: OpenPaper;
}

/** The open paper at its page, with the pages before and after one tap away. */
export function PaperViewer({ fileId, lastPage, open }: PaperViewerProps) {
  const { document, page, pageOfDocument, paper } = open;
  if (!document) {
    return (
      <p class="papers-none quiet">
        {t("This paper lies in the paper file; there is no scan of it.")}
      </p>
    );
  }
  return (
    <>
      {page !== undefined && <PageSteps fileId={fileId} page={page} lastPage={lastPage} />}
      {paper.documents.length > 1 && <Documents fileId={fileId} open={open} />}
      <DocumentViewer
        href={`/documents/${document.id}`}
        title={paper.documents.length > 1 ? document.name : paper.title}
        kind={viewerKind(document.mediaType)}
        page={pageOfDocument}
      />
    </>
  );
}

function PageSteps(props: {
  readonly fileId: string;
  readonly page: number;
  readonly lastPage: number;
}) {
  const { fileId, lastPage, page } = props;
  const to = (other: number) => `/files/${fileId}?page=${other}#paper`;
  return (
    <nav class="page-steps" aria-label={t("Pages of the correspondence")}>
      {page > 1 && (
        <a href={to(page - 1)} rel="prev">
          {t("Page before")}
        </a>
      )}
      <strong>
        {t("Page {page}/c of {pages}", {
          page: formatNumber(page),
          pages: formatNumber(lastPage),
        })}
      </strong>
      {page < lastPage && (
        <a href={to(page + 1)} rel="next">
          {t("Page after")}
        </a>
      )}
    </nav>
  );
}

/** A paper may hold several documents: the letter and what came with it. */
function Documents({ fileId, open }: { readonly fileId: string; readonly open: OpenPaper }) {
  return (
    <nav class="page-steps" aria-label={t("Documents of this paper")}>
      {open.paper.documents.map(({ id, name, pageFrom }) => (
        <a
          key={id}
          href={`/files/${fileId}?page=${pageFrom}#paper`}
          aria-current={id === open.document?.id ? "true" : undefined}
        >
          {name}
        </a>
      ))}
    </nav>
  );
}
