import type { Actor } from "../../base/index.ts";
import {
  contentsOf,
  findPlacedFile,
  type ContentsEntry,
  type PlacedFile,
} from "../../files/index.ts";
import { itemPolicy, openItem, possibleSteps, type PossibleSteps } from "../../movement/index.ts";
import {
  backlinksTo,
  findDraft,
  notesOf,
  type Backlink,
  type Note,
  type NoteDraft,
} from "../../notes/index.ts";
import { choosePaper, type OpenPaper } from "./choose-paper.ts";
import type { FilePageQuestion } from "./input.ts";

/** What every view of a file shows around its content. */
export interface OpenedFile {
  readonly file: PlacedFile;
  readonly steps: PossibleSteps;
  /** Whether the reader writes on it: it lies on his desk and is open. */
  readonly isWriting: boolean;
}

/** Both sides of the file, as far as they are shown. */
export interface BothSides {
  readonly notes: readonly Note[];
  readonly draft: NoteDraft | null;
  readonly papers: readonly ContentsEntry[];
  readonly open: OpenPaper | null;
  readonly backlinks: readonly Backlink[];
}

/** Finds the file for the reader and marks it read. */
export async function openFilePage(actor: Actor, fileId: string): Promise<OpenedFile> {
  const file = await findPlacedFile(actor, fileId);
  await openItem(actor, file.item);
  return {
    file,
    steps: possibleSteps(actor, file.item),
    isWriting: itemPolicy.can(actor, "work", file.item),
  };
}

/** Notes and papers: four statements, whatever the size of the file. */
export async function readBothSides(
  actor: Actor,
  { file, isWriting }: OpenedFile,
  question: FilePageQuestion,
): Promise<BothSides> {
  const { itemId } = file;
  const papers = await contentsOf(itemId);
  return {
    notes: await notesOf(itemId, question.all ? "all" : { fromParagraph: question.paragraph }),
    draft: (isWriting ? await findDraft(actor, itemId) : undefined) ?? null,
    papers,
    open: choosePaper(papers, question) ?? null,
    backlinks: await backlinksTo(actor, itemId),
  };
}
