import { change, Refusal, transaction, withStoredFile } from "../../base/index.ts";
import { findImport } from "./import.ts";
import { readSheet, type MasterSheet } from "./read-sheet.ts";
import { stageRows } from "./stage-rows.ts";

/** Reads a large file away from the request, counting the rows for whoever waits. Safe to run twice. */
export async function readWaitingImport(importId: string): Promise<void> {
  const waiting = await findImport(importId);
  if (waiting.state !== "reading") {
    return;
  }
  const sheet = await withStoredFile(waiting.fileHash, (path) => readOrExplain(importId, path));
  if (sheet) {
    await transaction(() => stageRows(importId, sheet));
  }
}

async function readOrExplain(importId: string, path: string): Promise<MasterSheet | undefined> {
  try {
    return await readSheet(path, (rowsRead) => change("imports", { id: importId }, { rowsRead }));
  } catch (error) {
    if (!(error instanceof Refusal)) {
      throw error;
    }
    const [field] = error.fields;
    const failure = { words: field?.words ?? error.message, gaps: field?.gaps ?? error.gaps };
    await change("imports", { id: importId }, { state: "refused", failure });
    return undefined;
  }
}
