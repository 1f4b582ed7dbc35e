import { z } from "zod";
import { words } from "../base/index.ts";
import { checkDocument } from "./check-document.ts";
import type { CheckedDocument } from "./check-document.ts";
import { documentFromText } from "./document-from-text.ts";
import { isEmpty } from "./plain-text.ts";
import { UnfitDocument } from "./unfit-document.ts";
import type { UnfitReason } from "./unfit-document.ts";

/**
 * The field of a form or call that carries a written text: the editor's JSON, as an object or as a
 * string, or what was typed into a plain textarea where no script ran.
 */
export const WrittenInput = z
  .union([z.string(), z.record(z.string(), z.unknown())], words("Send the text again."))
  .default("")
  .transform((value, context): CheckedDocument => {
    try {
      return checkDocument(typeof value === "string" ? documentFrom(value) : value);
    } catch (error) {
      if (!(error instanceof UnfitDocument)) {
        throw error;
      }
      context.addIssue({ code: "custom", message: messageFor(error.reason), input: value });
      return z.NEVER;
    }
  });

/** The same where an empty text will not do. */
export const FilledWrittenInput = WrittenInput.refine(
  ({ document }) => !isEmpty(document),
  words("Write the text first."),
);

function documentFrom(value: string): unknown {
  return /^\s*\{\s*"(type|content)"/.test(value) ? parsed(value) : documentFromText(value);
}

function parsed(value: string): unknown {
  try {
    return JSON.parse(value);
  } catch {
    throw new UnfitDocument("not a document", []);
  }
}

function messageFor(reason: UnfitReason): string {
  switch (reason) {
    case "too long":
    case "too many parts":
      return words("The text is too long. Shorten it, or attach the rest as a paper.");
    case "too deep":
      return words("The lists in the text go too deep. Bring some of them out.");
    case "not a document":
    case "unknown part":
    case "unknown attribute":
    case "wrong attribute":
    case "misplaced part":
      return words("The text could not be read. Copy it, load the page again and paste it.");
  }
}
