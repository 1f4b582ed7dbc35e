import type { ComponentChildren } from "preact";
import { t } from "../base/words.ts";
import { DateTime } from "./date-time.tsx";
import { Mixed } from "./mixed.tsx";

/** The left side of a file: its notes one under the other, the draft at the end. */
export function NoteSheet(props: { readonly label: string; readonly children: ComponentChildren }) {
  return (
    <article class="note-sheet" aria-label={props.label}>
      {props.children}
    </article>
  );
}

export interface NoteAuthor {
  readonly name: string;
  readonly post: string;
  /** When someone signs for another: the words that say so. */
  readonly onBehalf?: string | undefined;
}

/** A note that was signed off: green, immutable, its author at the right foot. Put `RichText` with `numberFrom` inside. */
export function GreenNote(props: {
  readonly id: string;
  readonly number: number;
  readonly author: NoteAuthor;
  readonly signedAt: Date | string;
  /** Small words beside the signature: digitally signed, corrected. */
  readonly marks?: ComponentChildren;
  readonly children: ComponentChildren;
}) {
  const { author } = props;
  return (
    <section
      class="note note-green"
      id={`note-${props.id}`}
      aria-label={t("Note {number}", { number: props.number })}
    >
      {props.children}
      <footer class="note-author">
        <strong>
          <Mixed text={author.name} />
        </strong>
        <span>
          <Mixed text={author.post} />
        </span>
        {author.onBehalf !== undefined && <span class="quiet">{author.onBehalf}</span>}
        <span class="quiet">
          <DateTime at={props.signedAt} />
          {props.marks}
        </span>
      </footer>
    </section>
  );
}

/** The note being written: yellow, seen by its author only. */
export function YellowDraft(props: {
  readonly status?: string | undefined;
  readonly children: ComponentChildren;
}) {
  return (
    <section class="note note-yellow" aria-label={t("Your draft note")}>
      <header class="note-draft-line">
        <strong>{t("Your draft note")}</strong>
        <span class="quiet" data-autosave-status role="status">
          {props.status ?? t("Only you see it until you send")}
        </span>
      </header>
      {props.children}
    </section>
  );
}
