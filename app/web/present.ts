import { once } from "node:events";
import type { Readable } from "node:stream";
import type { RouterContext } from "@koa/router";
import { addFlash, type Answer, type Done, type Download, log } from "../base/index.ts";
import { visitorOf, wantsJson } from "../base/web/visitor.ts";
import { renderPage, renderPart } from "../ui/index.ts";
import { frameOf } from "./frame.ts";

/** Turns a handler's answer into what the client asked for: a page, or the same properties as JSON. */
export async function present(context: RouterContext, next: () => Promise<unknown>): Promise<void> {
  await next();
  const answer = context.state["answer"] as Answer | undefined;
  if (answer) {
    await write(context, answer);
  }
}

async function write(context: RouterContext, answer: Answer): Promise<void> {
  if (answer.kind === "download") {
    await sendDownload(context, answer);
  } else if (answer.kind === "bare") {
    context.status = answer.status;
    context.set({ ...answer.headers });
    context.body = null;
    context.status = answer.status;
  } else if (wantsJson(context)) {
    if (answer.kind === "done") {
      context.status = answer.status;
    }
    context.body = JSON.stringify(answer.properties);
    context.type = "application/json";
  } else if (answer.kind === "done") {
    await sendOn(context, answer);
  } else {
    const frame = await frameOf(context);
    context.type = "text/html; charset=utf-8";
    context.body =
      answer.kind === "view"
        ? renderPage(frame, answer.head, answer.body())
        : renderPart(frame, answer.body());
  }
}

/** A successful write answers 303; what it has to say waits for the next page. */
async function sendOn(context: RouterContext, answer: Done): Promise<void> {
  const session = visitorOf(context)?.session;
  if (session) {
    await addFlash(session, [
      ...(answer.flash ? [{ kind: "done" as const, words: answer.flash }] : []),
      ...(answer.warning ? [{ kind: "warning" as const, words: answer.warning }] : []),
    ]).catch((error: unknown) => log.warn({ err: error }, "A sentence was not kept")); // it is done
  }
  context.redirect(answer.to);
  context.status = 303;
}

/** Serves whole documents and byte ranges, so that a viewer may open page 300 first. */
async function sendDownload(context: RouterContext, answer: Download): Promise<void> {
  const isWhole = answer.confidential === true;
  const range = isWhole ? undefined : rangeOf(context.get("range"), answer.bytes);
  context.type = answer.mediaType;
  context.set({
    "accept-ranges": isWhole ? "none" : "bytes",
    "content-security-policy": policyFor(answer),
    "cross-origin-resource-policy": "same-origin",
    "x-content-type-options": "nosniff",
    "content-disposition": dispositionOf(answer),
    "cache-control": answer.etag && !isWhole ? "private, max-age=3600" : "no-store",
    ...(answer.etag ? { etag: `"${answer.etag}"` } : {}),
  });
  if (range) {
    context.status = 206;
    context.set("content-range", `bytes ${range.start}-${range.end}/${answer.bytes}`);
    context.length = range.end - range.start + 1;
    context.body = await opened(answer.open(range));
  } else {
    context.status = 200;
    context.length = answer.bytes;
    context.body = await opened(answer.open());
  }
}

/**
 * A file of somebody's may do nothing here. The browser's own viewer of PDF does not start inside `sandbox`; a PDF
 * runs no script of ours and fetches nothing, so for it the rest suffices.
 */
function policyFor({ inline, mediaType }: Download): string {
  const still = "default-src 'none'; frame-ancestors 'self'; form-action 'none'; base-uri 'none'";
  const isViewed = inline && mediaType === "application/pdf";
  return isViewed ? `${still}; object-src 'self'; style-src 'unsafe-inline'` : `sandbox; ${still}`;
}

/** Stored bytes that are gone are a defect, told before the answer begins. */
async function opened(bytes: Readable): Promise<Readable> {
  if (!bytes.readableEnded && bytes.readableLength === 0) {
    await once(bytes, "readable");
  }
  return bytes;
}

function rangeOf(header: string, bytes: number): { start: number; end: number } | undefined {
  const [, from = "", to = ""] = /^bytes=(\d*)-(\d*)$/.exec(header) ?? [];
  if (from === "" && to === "") {
    return undefined;
  }
  const start = from === "" ? Math.max(0, bytes - Number(to)) : Number(from);
  const end = from === "" || to === "" ? bytes - 1 : Math.min(Number(to), bytes - 1);
  return start <= end ? { start, end } : undefined;
}

function dispositionOf({ inline, name }: Download): string {
  const plain = name.replace(/[^\w.-]+/g, "_").slice(0, 100);
  const how = inline ? "inline" : "attachment";
  return `${how}; filename="${plain}"; filename*=UTF-8''${encoded(name)}`;
}

/** As RFC 5987 has it: stricter than addresses are. */
function encoded(name: string): string {
  return encodeURIComponent(name.toWellFormed()).replace(
    /['()*!]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
