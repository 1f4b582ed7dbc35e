import { v7 as newId } from "uuid";
import {
  defineJob,
  insert,
  invalid,
  now,
  onEvent,
  record,
  transaction,
  withStoredFile,
  type Actor,
  type UploadedFile,
} from "../../base/index.ts";
import { z } from "zod";
import { organisationPolicy, wholeOffice } from "../policy.ts";
import { importKind } from "./import.ts";
import { readSheet, type MasterSheet } from "./read-sheet.ts";
import { readWaitingImport } from "./read-waiting-import.ts";
import { stageRows } from "./stage-rows.ts";

/** Files up to this size, some thousands of rows, are read while the browser waits. */
const readAtOnce = 500_000;

/** Takes a file in. A small one is read and judged at once; for a large one that is the worker's job. */
export async function receiveImport(
  actor: Actor,
  files: readonly UploadedFile[],
): Promise<{ readonly id: string }> {
  organisationPolicy.authorize(actor, "administer", wholeOffice);
  const [file] = files;
  if (!file) {
    throw invalid("files", "Choose the file of the employee master.");
  }
  const sheet =
    file.bytes <= readAtOnce
      ? await withStoredFile(file.sha256, (path) => readSheet(path))
      : undefined;
  return stageImport(actor, file, sheet);
}

/** Writes down that a file came, and what its rows would change where it was read already. */
export function stageImport(
  actor: Actor,
  file: Pick<UploadedFile, "name" | "sha256" | "bytes">,
  sheet: MasterSheet | undefined,
): Promise<{ readonly id: string }> {
  return transaction(async () => {
    const id = newId();
    await insert("imports", {
      id,
      kind: importKind,
      state: "reading",
      fileName: file.name.slice(0, 200),
      fileHash: file.sha256,
      bytes: file.bytes,
      createdById: actor.employeeId,
      createdAt: now(),
    });
    await record(actor, sheet ? "organisation.import-read" : "organisation.import-received", {
      subject: { type: "import", id },
      detail: { fileHash: file.sha256, bytes: file.bytes },
    });
    if (sheet) {
      await stageRows(id, sheet);
    }
    return { id };
  });
}

const readImportJob = defineJob(
  "organisation.read-import",
  z.strictObject({ importId: z.uuid() }),
  ({ importId }) => readWaitingImport(importId),
);

onEvent("organisation.import-received", "organisation.begin-import", (event) =>
  readImportJob.queue({ importId: event.subjectId }),
);
