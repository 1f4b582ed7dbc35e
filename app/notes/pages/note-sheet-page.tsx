import { t } from "../../base/index.ts";
import type { ContentsEntry } from "../../files/index.ts";
import { Button, EmptyState, NoteSheet, PrintButton, RecordHeader } from "../../ui/index.ts";
import { docketsBetween } from "../dockets.ts";
import type { Note } from "../note.ts";
import { pageAddress } from "../references.ts";
import { Docket } from "./docket.tsx";
import { NoteLeaf } from "./note-leaf.tsx";

export interface NoteSheetPageProps {
  readonly file: { readonly id: string; readonly number: string; readonly subject: string };
  readonly notes: readonly Note[];
  readonly papers: readonly ContentsEntry[];
  /** One note alone: without the papers around it. */
  readonly isAlone?: boolean | undefined;
}

/** The note sheet by itself, whole, to be read at one go or printed for the paper file. */
export function NoteSheetPage({ file, notes, papers, isAlone }: NoteSheetPageProps) {
  return (
    <div class="sheet-alone">
      <RecordHeader kind={t("Note sheet")} number={file.number} subject={file.subject} />
      <div class="button-bar">
        <Button href={`/files/${file.id}`}>{t("Back to the file")}</Button>
        <PrintButton />
      </div>
      <NoteSheet label={t("Note sheet")}>
        {notes.length === 0 && <EmptyState title={t("No note has been signed yet.")} />}
        {notes.map((note) => (
          <div key={note.id}>
            {isAlone !== true &&
              docketsBetween(papers, { after: note.previousAt, until: note.signedAt }).map(
                (paper) => (
                  <Docket
                    key={paper.id}
                    paper={paper}
                    href={pageAddress(file.id, paper.pageFrom)}
                  />
                ),
              )}
            <NoteLeaf note={note} fileId={file.id} />
          </div>
        ))}
        {isAlone !== true &&
          docketsBetween(papers, { after: notes.at(-1)?.signedAt ?? null, until: null }).map(
            (paper) => (
              <Docket key={paper.id} paper={paper} href={pageAddress(file.id, paper.pageFrom)} />
            ),
          )}
      </NoteSheet>
    </div>
  );
}
