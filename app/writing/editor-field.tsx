import type { VNode } from "preact";
import { Field, useField } from "../ui/index.ts";
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
  readonly hint?: string | undefined;
  readonly optional?: boolean | undefined;
  readonly document?: WrittenDocument | undefined;
  /** Where each change is put: `PUT {[name], revision}` answers `{revision, savedAt}`, 409 when another window was later. */
  readonly autosaveUrl?: string | undefined;
  /** Where references are looked up: `GET ?q=` answers `[{kind, target, label}]`. */
  readonly referencesUrl?: string | undefined;
  readonly revision?: number | undefined;
  readonly savedAt?: Date | string | undefined;
}

/**
 * The field a note or a draft is written in: a textarea, which the note editor makes richer. A form
 * that was refused shows again what was typed. The page asks for the script `note-editor.js`.
 */
export function NoteEditor(props: NoteEditorProps): VNode {
  const { name, label, hint, optional } = props;
  const document = shownDocument(useField(name).typed, props.document ?? documentFromText(""));
  return (
    <Field name={name} label={label} hint={hint} optional={optional} class="written-field">
      {(control) => (
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
          <textarea {...control} class="control control-long" rows={8}>
            {documentToText(document)}
          </textarea>
        </div>
      )}
    </Field>
  );
}

function momentOf(moment: Date | string | undefined): string | undefined {
  return moment instanceof Date ? moment.toISOString() : moment;
}

/** What was typed, if it can be shown at all; its words are never thrown away for their form. */
function shownDocument(typed: unknown, stored: WrittenDocument): WrittenDocument {
  if (typed === undefined) {
    return stored;
  }
  try {
    return checkDocument(typeof typed === "string" ? JSON.parse(typed) : typed).document;
  } catch (error) {
    if (error instanceof UnfitDocument || error instanceof SyntaxError) {
      return typeof typed === "string" ? documentFromText(typed) : stored;
    }
    throw error;
  }
}
