import { createTwoFilesPatch } from "diff";
import { createHash } from "node:crypto";
import { lstat, readFile } from "node:fs/promises";
import type { Host } from "./host.ts";
import { groupId, ownership, userId, type Ownership } from "./owners.ts";
import { writeWhole } from "./write-whole.ts";

export interface WantedFile {
  readonly path: string;
  readonly content: string | Buffer;
  readonly mode?: number;
  readonly owner?: string;
  readonly group?: string;
  /** Its content never appears in a diff. */
  readonly secret?: boolean;
}

/** Makes a file be exactly so; true when it was not. */
export async function ensureFile(host: Host, wanted: WantedFile): Promise<boolean> {
  const { path } = wanted;
  const access = { mode: 0o644, owner: "root", group: "root", ...wanted };
  const content = Buffer.from(wanted.content);
  if (wanted.secret !== true) {
    host.written.set(path, digestOf(content));
  }
  const before = await readBefore(path);
  if (before?.content.equals(content) && isAccess(before, access)) {
    return false;
  }
  if (!host.isCheck) {
    await writeWhole(path, content, { mode: access.mode, ...ownership(access) });
  }
  const mayShow = host.isDiff && wanted.secret !== true;
  host.note({
    what: `file ${path}`,
    ...(mayShow ? { diff: differenceOf(path, content, before?.content) } : {}),
  });
  return true;
}

/** How the content of a file is told from any other. */
export function digestOf(content: Buffer): string {
  return createHash("sha256").update(content).digest("hex");
}

interface Before {
  readonly content: Buffer;
  readonly mode: number;
  readonly uid: number;
  readonly gid: number;
}

/** A link in the file's place counts as no file: the rename replaces it. */
async function readBefore(path: string): Promise<Before | undefined> {
  const found = await lstat(path).catch(() => undefined);
  if (!found?.isFile()) {
    return undefined;
  }
  const content = await readFile(path);
  return { content, mode: found.mode & 0o7777, uid: found.uid, gid: found.gid };
}

function isAccess(found: Before, wanted: Ownership & { readonly mode: number }): boolean {
  return (
    found.mode === wanted.mode &&
    found.uid === userId(wanted.owner) &&
    found.gid === groupId(wanted.group)
  );
}

function differenceOf(path: string, content: Buffer, before: Buffer | undefined): string {
  const [old, fresh] = [before?.toString("utf8") ?? "", content.toString("utf8")];
  return old === fresh ? "" : createTwoFilesPatch(path, path, old, fresh, "now", "then");
}
