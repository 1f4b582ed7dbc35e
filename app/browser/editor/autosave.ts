import type { EditorView } from "prosemirror-view";
import type { Field } from "./field.ts";
import { fill, timeOf } from "./fill.ts";
import { recogniseOwnText } from "./recognise-own-text.ts";
import { putText } from "./put-text.ts";
import { isUnsaved, keep, schedule, soon, spelling, tell } from "./saving.ts";
import type { Saving } from "./saving.ts";
import { settle } from "./settle.ts";
import type { Status } from "./status.ts";
import { takeUpKeptText } from "./take-up-kept-text.ts";
import { watchLeaving } from "./watch-leaving.ts";

/*
 * INVARIANTS
 * 1. From its first unsaved change until the server's acknowledgement a text lies in the browser's storage.
 * 2. One save is under way at a time, so revisions reach the server in order.
 * 3. An acknowledgement covers what was sent, never what was typed since.
 * 4. After a conflict nothing is sent until the writer has chosen.
 */

export interface Autosave {
  /** To be called after each change of the text. */
  readonly changed: () => void;
  /** Saves what is unsaved now; true when the server holds everything. */
  readonly flush: () => Promise<boolean>;
  readonly isUnsaved: () => boolean;
}

interface Given {
  readonly field: Field;
  readonly url: string;
  readonly view: EditorView;
  readonly status: Status;
}

/** Saves the text a few seconds after a change, and takes up what an earlier visit could not save. */
export function startAutosave(given: Given): Autosave {
  const saving: Saving & Autosave = {
    ...given,
    revision: given.field.revision,
    changes: 0,
    acknowledged: 0,
    pause: soon,
    unanswered: [],
    isStopped: false,
    isKept: true,
    changed: () => change(saving),
    flush: () => flush(saving),
    isUnsaved: () => isUnsaved(saving),
  };
  if (given.field.savedAt) {
    tell(saving, fill(given.field.words.saved, { time: timeOf(given.field.savedAt) }));
  }
  takeUpKeptText(saving);
  watchLeaving(saving, () => void save(saving, true));
  return saving;
}

function change(saving: Saving): void {
  saving.changes += 1;
  saving.keeping ??= setTimeout(keep, 300, saving);
  schedule(saving, soon);
}

async function flush(saving: Saving): Promise<boolean> {
  await saving.underWay;
  return isUnsaved(saving) ? save(saving, false) : true;
}

function save(saving: Saving, isLeaving: boolean): Promise<boolean> {
  saving.underWay ??= send(saving, isLeaving).finally(() => {
    saving.underWay = undefined;
  });
  return saving.underWay;
}

async function send(saving: Saving, isLeaving: boolean): Promise<boolean> {
  clearTimeout(saving.timer);
  saving.timer = undefined;
  keep(saving);
  if (saving.isStopped) {
    return false;
  }
  const sent = saving.changes;
  const { field, revision, url, view } = saving;
  const text = spelling(view.state.doc);
  const body = { [field.name]: view.state.doc.toJSON() as unknown, revision };
  const slow = setTimeout(tell, 1500, saving, field.words.saving);
  const outcome = await putText(url, body, isLeaving);
  clearTimeout(slow);
  const isMine = outcome.kind === "conflict" && (await recogniseOwnText(saving, text));
  if (outcome.kind === "offline") {
    saving.unanswered = [...saving.unanswered, text].slice(-10);
  }
  return isMine ? send(saving, isLeaving) : settle(saving, outcome, sent);
}
