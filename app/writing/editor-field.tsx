import type { VNode } from "preact";
import { checkDocument } from "./check-document.ts";
import type { WrittenDocument } from "./document.ts";
import { documentFromText } from "./document-from-text.ts";
import { documentToText } from "./plain-text.ts";
import { translateEditor } from "./translate-editor.ts";
import { UnfitDocument } from "./unfit-document.ts";

export interface NoteEditorProps {
  /** The form field; it is sent as JSON by the editor and as plain words where no script runs. */
  readonly name: string;
  readonly label: string;
  readonly document?: WrittenDocument | undefined;
  /** What a refused form was sent with: it is shown again in place of `document`. */
  readonly typed?: unknown;
  /** Where each change is put: `PUT {[name], revision}` answers `{revision, savedAt}`, 409 when another window was later. */
  readonly autosaveUrl?: string | undefined;
  /** Where references are looked up: `GET ?q=` answers `[{kind, target, label}]`. */
  readonly referencesUrl?: string | undefined;
  readonly revision?: number | undefined;
  readonly savedAt?: Date | string | undefined;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  /** `draft` is the yellow of what is still private; `plain` the white of a letter. */
  readonly paper?: "draft" | "plain";
}

/** The field a note or a draft is written in: a textarea, which the note editor makes richer. */
export function NoteEditor(props: NoteEditorProps): VNode {
  const { name, label, hint, error, paper = "draft" } = props;
  const document = shownDocument(props);
  const about = [error ? `${name}-error` : "", hint ? `${name}-hint` : ""]
    .filter(Boolean)
    .join(" ");
  return (
    <div class={`written-field written-field-${paper}`}>
      <label id={`${name}-label`} for={name}>
        {label}
      </label>
      {hint ? (
        <p id={`${name}-hint`} class="hint">
          {hint}
        </p>
      ) : null}
      {error ? (
        <p id={`${name}-error`} class="error">
          {error}
        </p>
      ) : null}
      <div
        data-enhance="note-editor"
        data-name={name}
        data-document={JSON.stringify(document)}
        data-autosave-url={props.autosaveUrl}
        data-references-url={props.referencesUrl}
        data-revision={props.revision}
        data-saved-at={momentOf(props.savedAt)}
        data-words={JSON.stringify(translateEditor())}
      >
        <textarea
          id={name}
          name={name}
          rows={12}
          aria-describedby={about || undefined}
          aria-invalid={error ? "true" : undefined}
        >
          {documentToText(document)}
        </textarea>
      </div>
    </div>
  );
}

function momentOf(moment: Date | string | undefined): string | undefined {
  return moment instanceof Date ? moment.toISOString() : moment;
}

function shownDocument({ document, typed }: NoteEditorProps): WrittenDocument {
  const stored = document ?? documentFromText("");
  return typed === undefined ? stored : typedDocument(typed, stored);
}

/** What was typed, if it can be shown at all; its words are never thrown away for their form. */
function typedDocument(typed: unknown, stored: WrittenDocument): WrittenDocument {
  try {
    return checkDocument(typeof typed === "string" ? JSON.parse(typed) : typed).document;
  } catch (error) {
    if (error instanceof UnfitDocument || error instanceof SyntaxError) {
      return typeof typed === "string" ? documentFromText(typed) : stored;
    }
    throw error;
  }
}
