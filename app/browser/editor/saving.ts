import type { Node } from "prosemirror-model";
import type { EditorView } from "prosemirror-view";
import type { Field } from "./field.ts";
import { keepText } from "./kept-text.ts";
import type { Status, StatusAction } from "./status.ts";

/** How far the saving of one text has come. */
export interface Saving {
  readonly field: Field;
  readonly url: string;
  readonly view: EditorView;
  readonly status: Status;
  readonly changed: () => void;
  readonly flush: () => Promise<boolean>;
  /** The server's revision that the next save builds on. */
  revision: number;
  /** Changes so far, and how many of them the server has acknowledged. */
  changes: number;
  acknowledged: number;
  /** What was sent since the last acknowledgement without a word of its fate. */
  unanswered: readonly string[];
  pause: number;
  isStopped: boolean;
  isKept: boolean;
  timer?: ReturnType<typeof setTimeout> | undefined;
  keeping?: ReturnType<typeof setTimeout> | undefined;
  underWay?: Promise<boolean> | undefined;
}

export const soon = 3000;

/** A text in the spelling in which two of them are compared; the server keeps texts composed. */
export function spelling(doc: Node): string {
  return JSON.stringify(doc.toJSON()).normalize("NFC");
}

export function isUnsaved({ acknowledged, changes, view }: Saving): boolean {
  return changes > acknowledged && view.dom.isConnected;
}

/** Saves after this pause, unless a save is already awaited sooner. */
export function schedule(saving: Saving, pause: number): void {
  saving.timer ??= setTimeout(() => void saving.flush(), pause);
}

/** Puts what is unsaved into the browser's storage. */
export function keep(saving: Saving): void {
  clearTimeout(saving.keeping);
  saving.keeping = undefined;
  if (isUnsaved(saving)) {
    const { revision, url, view } = saving;
    saving.isKept = keepText(url, { document: view.state.doc.toJSON(), revision });
  }
}

/** Says where the text stands when all is well. */
export function tell({ status }: Saving, sentence: string): void {
  status.say("quiet", sentence);
}

/** Says that the text is not saved, and what can be done. */
export function warn(
  { status }: Saving,
  sentence: string,
  actions: readonly StatusAction[] = [],
): void {
  status.say("trouble", sentence, actions);
}
