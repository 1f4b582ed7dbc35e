import type { ContentsEntry } from "../../files/index.ts";
import type { FilePageQuestion } from "./input.ts";

/** The paper that lies open beside the notes, and at which of its pages. */
export interface OpenPaper {
  readonly paper: ContentsEntry;
  readonly document: ContentsEntry["documents"][number] | undefined;
  /** The page in the numbering of the file; absent for what lies on paper only. */
  readonly page: number | undefined;
  /** The page in the numbering of the document. */
  readonly pageOfDocument: number;
}

/** The paper asked for by page or by id; else the one under consideration, else the last. */
export function choosePaper(
  papers: readonly ContentsEntry[],
  { page, paper }: Pick<FilePageQuestion, "page" | "paper">,
): OpenPaper | undefined {
  const chosen =
    papers.find(({ id }) => id === paper) ??
    papers.find(
      ({ pageFrom, pageTo }) => page !== undefined && page >= pageFrom && page <= pageTo,
    ) ??
    papers.findLast(({ flag }) => flag === "puc") ??
    papers.at(-1);
  return chosen && openAt(chosen, page);
}

function openAt(paper: ContentsEntry, asked: number | undefined): OpenPaper {
  const { documents, pageFrom, pageTo } = paper;
  if (pageTo < pageFrom) {
    return { paper, document: documents[0], page: undefined, pageOfDocument: 1 };
  }
  const page = asked !== undefined && asked >= pageFrom && asked <= pageTo ? asked : pageFrom;
  const document = documents.findLast((one) => one.pageFrom <= page);
  return { paper, document, page, pageOfDocument: page - (document?.pageFrom ?? page) + 1 };
}
