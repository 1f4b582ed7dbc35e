import { t } from "../base/index.ts";
import type { EditorWords } from "./editor-words.ts";

/** The editor's sentences in the reader's language. */
export function translateEditor(): EditorWords {
  return { ...toolWords(), ...savingWords(), ...referenceWords() };
}

function toolWords() {
  return {
    tools: t("Formatting"),
    strong: t("Bold"),
    em: t("Italic"),
    underline: t("Underline"),
    heading: t("Heading"),
    subheading: t("Smaller heading"),
    bullets: t("Bulleted list"),
    numbers: t("Numbered list"),
    center: t("Centre"),
    right: t("Align right"),
    table: t("Insert a table"),
    reference: t("Insert a reference"),
    undo: t("Undo typing"),
    redo: t("Redo typing"),
    tableTools: t("Table"),
    addRow: t("Add a row"),
    addColumn: t("Add a column"),
    deleteRow: t("Delete the row"),
    deleteColumn: t("Delete the column"),
    deleteTable: t("Delete the table"),
    count: t("{words} words, {characters} characters"),
  };
}

function savingWords() {
  return {
    saved: t("Saved {time}"),
    saving: t("Saving…"),
    offline: t("Not saved: no connection. Your text is kept on this computer."),
    unkept: t("Not saved: no connection. Keep this window open."),
    signedOut: t("Not saved: you have been signed out. Your text is kept on this computer."),
    signIn: t("Sign in in a new window"),
    conflict: t("Not saved: another window saved this text later. Yours is kept here."),
    keepMine: t("Save my text over it"),
    showLater: t("Show the later text"),
    laterShown: t("This is the later text. Undo brings yours back."),
    refused: t("Not saved. {reason} Your text is kept on this computer."),
    restored: t("Your text of {time}, which had not been saved, has been brought back."),
    found: t("A text typed on this computer at {time} was never saved."),
    bringBack: t("Bring it back"),
    discard: t("Discard it"),
  };
}

function referenceWords() {
  return {
    referenceTitle: t("Insert a reference"),
    referenceSearch: t("Page, paragraph or file"),
    referenceHint: t("Type a page or paragraph number, a file number or words of the subject."),
    referenceNone: t("Nothing matches."),
    referenceFailed: t("The search could not be made: no connection."),
    page: t("Page"),
    paragraph: t("Paragraph"),
    file: t("File"),
    cancel: t("Cancel"),
  };
}
