import {
  change,
  conflict,
  record,
  transaction,
  withStoredFile,
  type Actor,
} from "../../base/index.ts";
import { organisationPolicy, wholeOffice } from "../policy.ts";
import { findImport, lockImport } from "./import.ts";
import { readSheet } from "./read-sheet.ts";
import { stageRows } from "./stage-rows.ts";

/** Lays a file aside that shall not be taken over. */
export function discardImport(actor: Actor, importId: string): Promise<void> {
  return transaction(async () => {
    organisationPolicy.authorize(actor, "administer", wholeOffice);
    const { state } = await lockImport(importId);
    if (state === "committed" || state === "undone" || state === "discarded") {
      throw conflict("This import is not waiting to be done.");
    }
    await change("imports", { id: importId }, { state: "discarded" });
    await record(actor, "organisation.import-discarded", {
      subject: { type: "import", id: importId },
    });
  });
}

/** Judges a staged file anew, after the office has changed. */
export async function rereadImport(actor: Actor, importId: string): Promise<void> {
  organisationPolicy.authorize(actor, "administer", wholeOffice);
  const { fileHash } = await findImport(importId);
  const sheet = await withStoredFile(fileHash, (path) => readSheet(path));
  await transaction(async () => {
    if ((await lockImport(importId)).state !== "staged") {
      throw conflict("This import is not waiting to be done.");
    }
    await stageRows(importId, sheet);
    await record(actor, "organisation.import-read", { subject: { type: "import", id: importId } });
  });
}
