import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { readFile } from "node:fs/promises";
import { conflict, row, rows, store, t, transaction, type Actor } from "../../base/index.ts";
import { organisationPolicy, wholeOffice } from "../policy.ts";
import { discardImport } from "./close-import.ts";
import { commitImport } from "./commit-import.ts";
import { countChanges } from "./count-changes.ts";
import { listRows } from "./import-queries.ts";
import { importKind } from "./import.ts";
import { readSheet } from "./read-sheet.ts";
import { stageImport } from "./receive-import.ts";

/** A file of the employee master that lies on the server. */
export interface MasterFile {
  readonly path: string;
  readonly name: string;
  /** False when nobody will keep what is done: then its bytes are not stored either. */
  readonly keeps: boolean;
}

export interface MasterTaken {
  readonly added: number;
  readonly changed: number;
  /** The posts to which it gave a holder, another marking or another superior. */
  readonly postIds: readonly string[];
}

const nothingTaken: MasterTaken = { added: 0, changed: 0, postIds: [] };

/**
 * Reads a file and takes it over in one go, all of it or nothing. The same bytes are taken over once: what was
 * changed by hand since then stays as it is.
 */
export function takeOverMaster(actor: Actor, file: MasterFile): Promise<MasterTaken> {
  return transaction(async () => {
    organisationPolicy.authorize(actor, "administer", wholeOffice);
    const bytes = await readFile(file.path);
    const sha256 = createHash("sha256").update(bytes).digest("hex");
    if (await wasTaken(sha256)) {
      return nothingTaken;
    }
    const sheet = await readSheet(file.path);
    if (file.keeps) {
      await store(createReadStream(file.path));
    }
    const stored = { name: file.name, sha256, bytes: bytes.byteLength };
    return settle(actor, (await stageImport(actor, stored, sheet)).id);
  });
}

async function settle(actor: Actor, importId: string): Promise<MasterTaken> {
  const { new: added, changed, wrong } = await countChanges(importId);
  if (wrong > 0) {
    throw conflict("{count} rows of the employee master are wrong. The first: {rows}", {
      count: wrong,
      rows: await firstMistakes(importId),
    });
  }
  if (added + changed === 0) {
    await discardImport(actor, importId);
    return nothingTaken;
  }
  await commitImport(actor, importId, { leaveOutWrong: false });
  return { added, changed, postIds: await touchedPosts(importId) };
}

async function touchedPosts(importId: string): Promise<string[]> {
  const found = await rows<{ id: string }>(
    `select distinct coalesce(after->'charge'->>'post_id', after->'post'->>'id') as id from import_rows
     where import_id = $importId and change in ('new', 'changed')
       and coalesce(after->'charge'->>'post_id', after->'post'->>'id') is not null`,
    { importId },
  );
  return found.map(({ id }) => id);
}

async function firstMistakes(importId: string): Promise<string> {
  const { rows: found } = await listRows(importId, { change: "wrong" });
  return found
    .slice(0, 5)
    .flatMap(({ number, mistakes }) =>
      mistakes.map(({ key, words, gaps }) => `${number} (${key}): ${t(words, gaps)}`),
    )
    .join(" · ");
}

async function wasTaken(fileHash: string): Promise<boolean> {
  const taken = await row(
    `select 1 as one from imports where kind = $importKind and file_hash = $fileHash
       and state in ('committed', 'discarded') limit 1`,
    { importKind, fileHash },
  );
  return taken !== undefined;
}
