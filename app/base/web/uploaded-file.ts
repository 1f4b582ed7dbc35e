import { store, type StoredBytes } from "../storage.ts";
import type { Actor } from "../policy.ts";
import type { Readable } from "node:stream";
import { finished as finishedReading } from "node:stream/promises";

/** A file that came with a form: its bytes lie in the store, nothing refers to them yet. */
export interface UploadedFile extends StoredBytes {
  readonly field: string;
  readonly name: string;
}

type Look = (file: UploadedFile) => Promise<void>;
type Finished = (actor: Actor, ids: readonly string[]) => Promise<readonly UploadedFile[]>;

const received = new WeakSet<object>();
const looks: Look[] = [];
let finished: Finished = () => Promise.resolve([]);

/** Streams one file of a form into the store. A file field left empty comes without a name. */
export async function receiveFile(
  field: string,
  name: string | undefined,
  stream: Readable,
): Promise<UploadedFile | undefined> {
  const file = { ...(await store(stream)), field, name: name ?? "" };
  return file.name === "" ? undefined : accept(file);
}

/** Reads a file past, so that the rest of its form can be kept for the sender. */
export async function dropFile(
  _field: string,
  _name: string | undefined,
  stream: Readable,
): Promise<undefined> {
  stream.resume();
  await finishedReading(stream);
}

/** Wants a look at every file as it comes in, before any transaction of a command is open. */
export function whenReceived(look: Look): void {
  looks.push(look);
}

/** Says how uploads that arrived earlier, piece by piece, are found by the ids a form names. */
export function findFinishedUploads(find: Finished): void {
  finished = find;
}

/** The files behind the `_uploads` of a form. Only those of the actor's own account are found. */
export async function finishedUploads(
  actor: Actor,
  named: unknown,
): Promise<readonly UploadedFile[]> {
  const ids = (Array.isArray(named) ? named : [named]).filter((one) => typeof one === "string");
  if (ids.length === 0) {
    return [];
  }
  return Promise.all((await finished(actor, ids.slice(0, 50))).map((file) => accept({ ...file })));
}

async function accept(file: UploadedFile): Promise<UploadedFile> {
  for (const look of looks) {
    await look(file);
  }
  received.add(file);
  return file;
}

/** Whether this value came through `receiveFile`: a sender may name any hash, or a path, in a JSON body. */
export function isUploadedFile(value: unknown): value is UploadedFile {
  return typeof value === "object" && value !== null && received.has(value);
}
