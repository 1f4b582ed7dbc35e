import type { EditorWords } from "../../writing/editor-words.ts";

/** What the server wrote on the element it wants made into an editor. */
export interface Field {
  readonly element: HTMLElement;
  readonly textarea: HTMLTextAreaElement;
  readonly name: string;
  readonly words: EditorWords;
  readonly document: unknown;
  readonly autosaveUrl: string | undefined;
  readonly referencesUrl: string | undefined;
  readonly revision: number;
  readonly savedAt: string | undefined;
}

/** Reads the field, or nothing when the page is not as we know it: the textarea then stays. */
export function readField(element: HTMLElement): Field | undefined {
  const textarea = element.querySelector("textarea");
  const { name, words, document, autosaveUrl, referencesUrl, revision, savedAt } = element.dataset;
  if (!textarea || !name || !words) {
    return undefined;
  }
  return {
    element,
    textarea,
    name,
    words: JSON.parse(words) as EditorWords,
    document: document ? JSON.parse(document) : undefined,
    autosaveUrl,
    referencesUrl,
    revision: Number(revision ?? 0),
    savedAt,
  };
}
