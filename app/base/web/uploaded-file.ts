import { store, type StoredBytes } from "../storage.ts";
import type { Readable } from "node:stream";

/** A file that came with a form: its bytes lie in the store, nothing refers to them yet. */
export interface UploadedFile extends StoredBytes {
  readonly field: string;
  readonly name: string;
}

const received = new WeakSet<object>();

/** Streams one file of a form into the store. A file field left empty comes without a name. */
export async function receiveFile(
  field: string,
  name: string | undefined,
  stream: Readable,
): Promise<UploadedFile | undefined> {
  const file = { ...(await store(stream)), field, name: name ?? "" };
  received.add(file);
  return file.name === "" ? undefined : file;
}

/** Whether this value came through `receiveFile`: a sender may name any hash, or a path, in a JSON body. */
export function isUploadedFile(value: unknown): value is UploadedFile {
  return typeof value === "object" && value !== null && received.has(value);
}
