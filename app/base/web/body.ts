import busboy from "busboy";
import parse from "co-body";
import type { RouterContext } from "@koa/router";
import type { Readable } from "node:stream";
import { Refusal } from "../errors.ts";
import { store, type StoredBytes } from "../storage.ts";

/** A file that came with a form: its bytes lie in the store, nothing refers to them yet. */
export interface UploadedFile extends StoredBytes {
  readonly field: string;
  readonly name: string;
}

type Values = Record<string, unknown>;

const formLimit = "1mb";

/** Reads the body of a request as plain values. Blank fields of a form count as absent. */
export async function readBody(context: RouterContext, upload: boolean): Promise<Values> {
  if (context.request.is("application/json", "application/*+json")) {
    return readJson(context);
  }
  if (context.request.is("urlencoded")) {
    return withoutBlanks((await parse.form(context.req, { limit: formLimit })) as Values);
  }
  if (upload && context.request.is("multipart")) {
    return withoutBlanks(await readMultipart(context));
  }
  if (context.request.length) {
    throw new Refusal(415, "media-type", { words: "This kind of content is not taken here." });
  }
  return {};
}

async function readJson(context: RouterContext): Promise<Values> {
  try {
    return (await parse.json(context.req, { limit: formLimit, strict: true })) as Values;
  } catch (error) {
    if (isTooLong(error)) {
      throw error;
    }
    throw new Refusal(400, "json", { words: "The content is not well-formed JSON." });
  }
}

function isTooLong(error: unknown): boolean {
  return error instanceof Error && "status" in error && error.status === 413;
}

/** Streams each file into the store as it arrives. The first failure ends the reading; the rest is drained. */
function readMultipart(context: RouterContext): Promise<Values> {
  const values: Values = {};
  const storing: Promise<UploadedFile | undefined>[] = [];
  const form = busboy({
    headers: context.req.headers,
    defParamCharset: "utf8",
    limits: { files: 50, fields: 500, fieldSize: 1_048_576, parts: 600 },
  });
  return new Promise((resolve, reject) => {
    const give = (error: unknown): void => {
      context.req.unpipe(form);
      context.req.resume();
      reject(error);
    };
    form.on("field", (name, value) => append(values, name, value));
    form.on("file", (field, stream, { filename }) => {
      const one = storeOne(field, filename, stream);
      one.catch(give);
      storing.push(one);
    });
    form.on("error", () => give(cutOff()));
    form.on("close", () => {
      Promise.all(storing).then((stored) => {
        resolve({ ...values, files: stored.filter((file) => file !== undefined) });
      }, give);
    });
    context.req.on("aborted", () => give(cutOff()));
    context.req.pipe(form);
  });
}

function cutOff(): Refusal {
  return new Refusal(400, "cut-off", { words: "The upload was cut off. Send it again." });
}

async function storeOne(
  field: string,
  name: string | undefined,
  stream: Readable,
): Promise<UploadedFile | undefined> {
  try {
    const stored = await store(stream);
    return name ? { ...stored, field, name } : undefined;
  } catch (error) {
    stream.resume();
    throw error;
  }
}

function append(values: Values, name: string, value: string): void {
  const before = values[name];
  values[name] =
    before === undefined ? value : [...(Array.isArray(before) ? before : [before]), value];
}

function withoutBlanks(values: Values): Values {
  return Object.fromEntries(
    Object.entries(values)
      .map(([key, value]) => [
        key,
        Array.isArray(value) ? value.filter((one) => one !== "") : value,
      ])
      .filter(([, value]) => value !== ""),
  ) as Values;
}
