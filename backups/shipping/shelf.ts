/**
 * INVARIANT: what lies on the shelf is never written over and never deleted from here. The second host answers 403
 * to both, so that whoever rules this host cannot undo what it carried away.
 */
import { randomUUID } from "node:crypto";
import { createReadStream, createWriteStream, existsSync, readFileSync } from "node:fs";
import type { IncomingMessage } from "node:http";
import { request } from "node:https";
import { pipeline } from "node:stream/promises";
import { text } from "node:stream/consumers";
import { z } from "zod";
import type { BackupPlaces } from "../places.ts";

/** Where the second host keeps WAL beside the store of documents: the same server, door and password. */
export interface Shelf {
  readonly url: URL;
  readonly authority: Buffer;
}

export interface Shelved {
  /** The file as it is called in the archive here. */
  readonly name: string;
  readonly at: Date;
  /** What it is called there: nothing is ever put twice under one name. */
  readonly path: string;
  readonly bytes: number;
}

/** Undefined where there is no second host, or one that is only a folder. */
export function shelfOf({ second }: Pick<BackupPlaces, "second">): Shelf | undefined {
  const address =
    second && existsSync(second.addressFile) ? readFileSync(second.addressFile, "utf8").trim() : "";
  if (!second || !address.startsWith("rest:https:")) {
    return undefined;
  }
  const url = new URL(`${address.slice("rest:".length).replace(/\/$/, "")}/wal/`);
  return { url, authority: readFileSync(second.authority) };
}

const Listed = z.array(z.object({ name: z.string(), size: z.number() })).nullable();

/** All that lies there of one history of the database, in the order in which it was put there. */
export async function listShelf(shelf: Shelf, history: string): Promise<Shelved[]> {
  const answer = await ask(shelf, { method: "GET", path: `${history}/` });
  const body = await text(answer);
  if (answer.statusCode === 404) {
    return [];
  }
  refuseOther(answer, `list ${history}`);
  const listed = Listed.parse(JSON.parse(body)) ?? [];
  return listed
    .toSorted((one, other) => one.name.localeCompare(other.name))
    .flatMap(({ name, size }) => shelvedAs(`${history}/${name}`, size));
}

/** Puts a file there under its name and the moment; answers when the second host has all of it. */
export async function putOnShelf(
  shelf: Shelf,
  history: string,
  file: { readonly name: string; readonly path: string; readonly bytes: number; readonly at: Date },
): Promise<void> {
  const path = `${history}/${stampOf(file.at)}-${file.name}`;
  const answer = await ask(shelf, { method: "POST", path, from: file.path, bytes: file.bytes });
  await text(answer);
  refuseOther(answer, `put ${path}`);
}

export async function takeFromShelf(shelf: Shelf, path: string, into: string): Promise<void> {
  const answer = await ask(shelf, { method: "GET", path });
  refuseOther(answer, `take ${path}`);
  await pipeline(answer, createWriteStream(into, { mode: 0o640, flush: true }));
}

/** Throws where the second host does not answer or does not let us in; a file that is missing there is damage. */
export async function reachSecond(shelf: Shelf): Promise<void> {
  const answer = await ask(shelf, { method: "GET", path: "../config" });
  await text(answer);
  if (answer.statusCode !== 404) {
    refuseOther(answer, "show the store");
  }
}

/** The same of the second host that is named; one that is only a folder is reached. */
export async function reachNamed(places: Pick<BackupPlaces, "second">): Promise<void> {
  const shelf = shelfOf(places);
  if (shelf) {
    await reachSecond(shelf);
  }
}

/** Asks the second host to delete a file that never was: one that keeps its promise refuses to look for it. */
export async function refusesDeletion(shelf: Shelf): Promise<boolean> {
  const answer = await ask(shelf, { method: "DELETE", path: `proof-${randomUUID()}` });
  await text(answer);
  return answer.statusCode === 403;
}

/** Of files with one name the longest: the others were torn on their way and carried again. */
export function wholeOnes(shelved: readonly Shelved[]): Shelved[] {
  const byName = Map.groupBy(shelved, ({ name }) => name);
  return [...byName.values()].flatMap((same) =>
    same.toSorted((one, other) => other.bytes - one.bytes).slice(0, 1),
  );
}

function shelvedAs(path: string, bytes: number): Shelved[] {
  const [, stamp = "", name = ""] = /\/(\d{8}T\d{6}Z)-([^/]+)$/.exec(path) ?? [];
  const at = new Date(stamp.replace(/^(....)(..)(..)T(..)(..)(..)Z$/, "$1-$2-$3T$4:$5:$6Z"));
  return name === "" ? [] : [{ name, at, path, bytes }];
}

function stampOf(at: Date): string {
  return at.toISOString().replace(/[-:]|\.\d+/g, "");
}

function refuseOther({ statusCode }: IncomingMessage, what: string): void {
  if (statusCode !== 200) {
    throw new Error(`The second host answered ${statusCode ?? "nothing"} to: ${what}`);
  }
}

interface Question {
  readonly method: "GET" | "POST" | "DELETE";
  readonly path: string;
  readonly from?: string;
  readonly bytes?: number;
}

const patience = 30_000;

async function ask({ url, authority }: Shelf, question: Question): Promise<IncomingMessage> {
  const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>();
  const asked = request(new URL(question.path, url), {
    method: question.method,
    ca: authority,
    allowPartialTrustChain: true, // the very certificate may be all that is known
    timeout: patience,
    headers: {
      Accept: "application/vnd.x.restic.rest.v2",
      ...(question.bytes === undefined ? {} : { "Content-Length": question.bytes }),
    },
  });
  asked.on("response", resolve);
  asked.on("error", reject);
  asked.on("timeout", () => asked.destroy(new Error("The second host does not answer")));
  if (question.from === undefined) {
    asked.end();
  } else {
    pipeline(createReadStream(question.from), asked).catch(reject);
  }
  return promise;
}
