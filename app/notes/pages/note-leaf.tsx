import { formatNumber, nameOf, t } from "../../base/index.ts";
import { GreenNote, RichText } from "../../ui/index.ts";
import type { Backlink } from "../backlinks.ts";
import type { Note } from "../note.ts";
import { addressOf, paragraphAddress } from "../references.ts";

export interface NoteLeafProps {
  readonly note: Note;
  readonly fileId: string;
  /** Where this file is pointed at from; those that mean a paragraph here are flagged beside it. */
  readonly backlinks?: readonly Backlink[] | undefined;
}

/** One green note as it stands in the sheet. */
export function NoteLeaf({ note, fileId, backlinks = [] }: NoteLeafProps) {
  const flags = backlinks.filter(({ kind }) => kind === "paragraph");
  return (
    <GreenNote
      id={note.id}
      number={note.sequence}
      author={{
        name: nameOf(note.author),
        post: nameOf(note.post),
        onBehalf: note.onBehalfOf ? t("for {name}", { name: nameOf(note.onBehalfOf) }) : undefined,
      }}
      signedAt={note.signedAt}
      marks={note.seal !== null && <Seal number={note.seal} />}
    >
      <RichText
        document={note.body}
        numberFrom={note.paragraphFrom}
        hrefOf={(reference) => addressOf(reference, fileId)}
        beside={(paragraph) => (
          <CitedIn
            fileId={fileId}
            links={flags.filter(({ targetParagraph }) => targetParagraph === paragraph)}
          />
        )}
      />
    </GreenNote>
  );
}

function Seal({ number }: { readonly number: number }) {
  return (
    <>
      {" "}
      <span class="note-seal">{t("Seal {number}", { number: formatNumber(number) })}</span>
    </>
  );
}

export interface CitedInProps {
  readonly fileId: string;
  readonly links: readonly Backlink[];
}

/** Small flags that say which later paragraph, here or in another file, points at this place. */
export function CitedIn({ fileId, links }: CitedInProps) {
  if (links.length === 0) {
    return null;
  }
  return (
    <p class="cited-in">
      <span class="quiet">{t("Cited in")}</span>
      {links.map(({ fromFileId, fromNumber, fromParagraph, noteId }) => (
        <a key={noteId} href={paragraphAddress(fromFileId, fromParagraph)}>
          {fromFileId === fileId
            ? t("para {paragraph}/n", { paragraph: fromParagraph })
            : t("{number}, para {paragraph}/n", { number: fromNumber, paragraph: fromParagraph })}
        </a>
      ))}
    </p>
  );
}
