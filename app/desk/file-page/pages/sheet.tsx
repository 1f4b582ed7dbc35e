import { formatNumber, t, type FormState } from "../../../base/index.ts";
import type { ContentsEntry } from "../../../files/index.ts";
import {
  Docket,
  docketsBetween,
  NoteLeaf,
  pageAddress,
  type Backlink,
  type Note,
  type NoteDraft,
} from "../../../notes/index.ts";
import { NoteSheet } from "../../../ui/index.ts";
import { DraftNote } from "./draft-note.tsx";

export interface SheetProps {
  readonly fileId: string;
  readonly notes: readonly Note[];
  readonly papers: readonly ContentsEntry[];
  readonly backlinks: readonly Backlink[];
  readonly draft: NoteDraft | null;
  readonly isWriting: boolean;
  readonly form?: FormState | undefined;
}

/** The note sheet: what was signed, the papers entered where they came, and the draft at the end. */
export function Sheet(props: SheetProps) {
  const { backlinks, draft, fileId, form, isWriting, notes, papers } = props;
  const last = notes.at(-1)?.signedAt ?? null;
  return (
    <NoteSheet label={t("Note sheet")}>
      <EarlierNotes fileId={fileId} count={(notes[0]?.sequence ?? 1) - 1} />
      {notes.map((note) => (
        <div key={note.id} class="sheet-entry">
          <Dockets
            fileId={fileId}
            papers={docketsBetween(papers, { after: note.previousAt, until: note.signedAt })}
          />
          <NoteLeaf note={note} fileId={fileId} backlinks={backlinks} />
        </div>
      ))}
      <div class="sheet-entry" id="sheet-end" data-enhance="sheet-end">
        <Dockets fileId={fileId} papers={docketsBetween(papers, { after: last, until: null })} />
        {isWriting && <DraftNote fileId={fileId} draft={draft} form={form} />}
        {!isWriting && notes.length === 0 && (
          <p class="sheet-empty quiet">{t("No note has been signed yet.")}</p>
        )}
      </div>
    </NoteSheet>
  );
}

/** A long sheet opens at its end; the rest is one tap away. */
function EarlierNotes({ fileId, count }: { readonly fileId: string; readonly count: number }) {
  if (count === 0) {
    return null;
  }
  return (
    <p class="earlier-notes">
      <a class="button button-secondary" href={`/files/${fileId}?all=true`}>
        {t("Show {count} earlier notes", { count: formatNumber(count) })}
      </a>
      <a class="to-sheet-end" href="#sheet-end">
        {t("To the latest")}
      </a>
    </p>
  );
}

function Dockets(props: { readonly fileId: string; readonly papers: readonly ContentsEntry[] }) {
  return (
    <>
      {props.papers.map((paper) => (
        <Docket key={paper.id} paper={paper} href={paperAddress(props.fileId, paper)} />
      ))}
    </>
  );
}

function paperAddress(fileId: string, { id, pageFrom, pageTo }: ContentsEntry): string {
  return pageTo < pageFrom ? `/files/${fileId}?paper=${id}#paper` : pageAddress(fileId, pageFrom);
}
