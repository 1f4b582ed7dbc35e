/** Resumable uploads as tus 1.0 has them: creation, termination, expiration and checksum. */
import type { RouterContext } from "@koa/router";
import { z } from "zod";
import {
  anyPost,
  bare,
  config,
  get,
  id,
  invalid,
  patch,
  post,
  Refusal,
  remove,
  words,
  type Bare,
  type Route,
} from "../../base/index.ts";
import { beginUpload } from "./begin-upload.ts";
import { endUpload } from "./end-upload.ts";
import { findUpload, type Upload } from "./upload.ts";
import { expiryOf, finishIfWhole, writeChunk } from "./write-chunk.ts";

const Nothing = z.strictObject({});
const One = z.strictObject({ id });

export const resumableRoutes: readonly Route[] = [
  post(
    "/uploads",
    {
      input: Nothing,
      allow: anyPost,
      summary: "Begin an upload in pieces (tus)",
      stream: true,
      rate: "upload",
    },
    async ({ actor, context }) => {
      speakTus(context);
      const upload = await beginUpload(actor, announced(context));
      return told(201, upload, { location: `/uploads/${upload.id}` });
    },
  ),

  get(
    "/uploads/:id",
    { input: One, allow: anyPost, summary: "How much of an upload has arrived (tus)" },
    async ({ actor, context, input }) => {
      speakTus(context);
      const upload = await finishIfWhole(await findUpload(actor, input.id));
      return told(200, upload, { "upload-length": String(upload.bytes) });
    },
  ),

  patch(
    "/uploads/:id",
    { input: One, allow: anyPost, summary: "Send the next piece of an upload (tus)", stream: true },
    async ({ actor, context, input }) => {
      speakTus(context);
      if (!context.request.is("application/offset+octet-stream")) {
        throw new Refusal(415, "media-type", { words: "This kind of content is not taken here." });
      }
      const chunk = {
        offset: numberIn(context, "upload-offset"),
        request: context.req,
        checksum: checksumIn(context),
      };
      return told(204, await writeChunk(actor, input.id, chunk));
    },
  ),

  remove(
    "/uploads/:id",
    { input: One, allow: anyPost, summary: "Give an upload up (tus)", stream: true },
    async ({ actor, context, input }) => {
      speakTus(context);
      await endUpload(actor, input.id);
      return bare(204, spoken);
    },
  ),
];

const spoken = { "tus-resumable": "1.0.0", "cache-control": "no-store" };

/** The protocol in one version; whoever speaks another is told which, before anything of it is read. */
function speakTus(context: RouterContext): void {
  context.set({
    "tus-resumable": "1.0.0",
    "tus-version": "1.0.0",
    "tus-extension": "creation,termination,expiration,checksum",
    "tus-checksum-algorithm": "sha256",
    "tus-max-size": String(config().RESUMABLE_LIMIT_BYTES),
  });
  if (context.get("tus-resumable") !== "1.0.0") {
    throw new Refusal(412, "tus-version", { words: "Uploads in pieces speak tus 1.0.0." });
  }
}

function told(status: number, upload: Upload, more: Record<string, string> = {}): Bare {
  return bare(status, {
    ...spoken,
    "upload-offset": String(upload.received),
    "upload-expires": expiryOf(upload),
    ...more,
  });
}

function announced(context: RouterContext): { bytes: number; name: string } {
  const bytes = numberIn(context, "upload-length");
  if (bytes === 0) {
    throw invalid("files", "{name} is empty. Scan it again.", { name: nameIn(context) });
  }
  return { bytes, name: nameIn(context) };
}

function nameIn(context: RouterContext): string {
  const [, name = ""] =
    /(?:^|,)\s*filename ([A-Za-z0-9+/=]+)/.exec(context.get("upload-metadata")) ?? [];
  const text = Buffer.from(name, "base64").toString("utf8").toWellFormed().replaceAll("\0", "");
  return text.trim().slice(0, 500) || "document";
}

function numberIn(context: RouterContext, header: string): number {
  const given = context.get(header);
  const number = /^\d{1,15}$/.test(given) ? Number(given) : undefined;
  if (number === undefined) {
    throw new Refusal(400, "header", {
      words: words("A header of the upload is missing or wrong."),
    });
  }
  return number;
}

function checksumIn(context: RouterContext): string | undefined {
  const given = context.get("upload-checksum");
  if (given === "") {
    return undefined;
  }
  const [, sum] = /^sha256 ([A-Za-z0-9+/]{43}=)$/.exec(given) ?? [];
  if (sum === undefined) {
    throw new Refusal(400, "header", {
      words: words("A header of the upload is missing or wrong."),
    });
  }
  return sum;
}
