import { setTimeout as pause } from "node:timers/promises";
import parse from "co-body";
import type { RouterContext } from "@koa/router";
import { Refusal, tooLarge } from "../errors.ts";
import { words } from "../words.ts";
import { Fields } from "./fields.ts";
import { readMultipart } from "./multipart.ts";
import { dropFile } from "./uploaded-file.ts";

type Values = Readonly<Record<string, unknown>>;

const formLimit = "1mb";
/** A form of 1 MB over 256 kbit/s takes half a minute; who takes longer holds the connection on purpose. */
const formPatience = 90_000;
/** A note of lists in tables in lists stays far below. */
const deepest = 64;

/** What becomes of files: a route takes none, stores them, or reads them past while nothing may be written. */
export type Uploads = "none" | "stored" | "dropped";

/** Reads the body of a request as plain values. Blank fields of a form count as absent. */
export async function readBody(context: RouterContext, uploads: Uploads): Promise<Values> {
  if (context.method === "GET" || context.method === "HEAD") {
    return {};
  }
  if (context.request.is("application/json", "application/*+json")) {
    return readJson(context);
  }
  if (context.request.is("urlencoded")) {
    return readForm(context);
  }
  if (uploads !== "none" && context.request.is("multipart")) {
    return readMultipart(context.req, uploads === "dropped" ? dropFile : undefined);
  }
  if (context.request.length) {
    throw new Refusal(415, "media-type", { words: "This kind of content is not taken here." });
  }
  return {};
}

async function readJson(context: RouterContext): Promise<Values> {
  const refusal = new Refusal(400, "json", { words: "The content is not well-formed JSON." });
  const read: unknown = await reading(
    parse.json(context.req, { limit: formLimit, strict: true }),
    refusal,
  );
  if (isDeeperThan(deepest, read)) {
    throw refusal;
  }
  return read as Values;
}

/** Level by level, because what is nested a hundred thousand times would be too deep for a recursion. */
function isDeeperThan(levels: number, value: unknown): boolean {
  let level: unknown[] = [value];
  for (let depth = 0; depth < levels && level.length > 0; depth += 1) {
    level = level.flatMap((one) => (typeof one === "object" && one ? Object.values(one) : []));
  }
  return level.length > 0;
}

async function readForm(context: RouterContext): Promise<Values> {
  const text = await reading(
    parse.text(context.req, { limit: formLimit }),
    new Refusal(400, "cut-off", { words: "The upload was cut off. Send it again." }),
  );
  const fields = new Fields();
  for (const [name, value] of new URLSearchParams(String(text))) {
    fields.add(name, value);
  }
  return fields.values();
}

async function reading<T>(body: Promise<T>, otherwise: Refusal): Promise<T> {
  const late = new AbortController();
  try {
    return await Promise.race([body, tooSlow(late.signal)]);
  } catch (error) {
    if (error instanceof Refusal) {
      throw error;
    }
    const isTooLong = error instanceof Error && "status" in error && error.status === 413;
    throw isTooLong ? tooLarge(words("What was sent is too large.")) : otherwise;
  } finally {
    late.abort();
  }
}

async function tooSlow(signal: AbortSignal): Promise<never> {
  await pause(formPatience, undefined, { signal, ref: false }).catch(() => undefined);
  throw new Refusal(408, "too-slow", {
    words: "The form took too long to arrive. Look at the connection and send it again.",
  });
}
