import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { load, type CheerioAPI } from "cheerio";
import { v7 as newId } from "uuid";
import { insert, readSession, startSession, type Language } from "../../app/base/index.ts";
import { hashOfToken, newTokenText } from "../../app/access/access-token.ts";
import { webApplication } from "../../app/web.ts";
import type { AnOfficer } from "./builders.ts";

export interface Shown {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The page, for looking things up as a reader would. */
  readonly $: CheerioAPI;
  readonly location: string | null;
  readonly json: () => unknown;
}

type Values = Readonly<Record<string, string | readonly string[] | undefined>>;

let site: { server: Server; origin: string } | undefined;

/** The web application of this process, answering on loopback. */
export async function siteOrigin(): Promise<string> {
  if (!site) {
    const server = createServer(webApplication());
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    server.unref();
    site = { server, origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
  }
  return site.origin;
}

/** A browser in which this officer is signed in. Forms are posted as a browser posts them. */
export async function visitAs(officer: AnOfficer, language: Language = "en") {
  const { accountId, postId } = officer;
  const token = await startSession({ accountId, actingPostId: postId, language });
  const session = await readSession(token);
  const cookie = { cookie: `session=${token}`, accept: "text/html" };
  return {
    csrf: session?.csrf ?? "",
    cookie: cookie.cookie,
    get: (path: string) => ask(path, { headers: cookie }),
    post: (path: string, values: Values = {}) =>
      ask(path, {
        method: "POST",
        headers: cookie,
        body: formOf({ _csrf: session?.csrf ?? "", ...values }),
      }),
    upload: (path: string, values: Values, files: readonly { name: string; bytes: Uint8Array }[]) =>
      ask(path, {
        method: "POST",
        headers: cookie,
        body: multipartOf({ _csrf: session?.csrf ?? "", ...values }, files),
      }),
  };
}

/** Nobody in particular. */
export function visitAsStranger(path: string, init: RequestInit = {}): Promise<Shown> {
  return ask(path, { headers: { accept: "text/html" }, ...init });
}

/** A program of this officer, with a token; JSON both ways. */
export async function programOf(officer: AnOfficer, given: Readonly<Record<string, string>> = {}) {
  const text = newTokenText();
  await insert("access_tokens", {
    id: newId(),
    accountId: officer.accountId,
    postId: officer.postId,
    name: "test",
    tokenHash: hashOfToken(text),
    createdAt: new Date(),
    expiresAt: new Date(Date.now() + 3_600_000),
  });
  const headers = { authorization: `Bearer ${text}`, accept: "application/json", ...given };
  const send = (method: string) => (path: string, body?: object) =>
    ask(path, {
      method,
      headers: { ...headers, ...(body ? { "content-type": "application/json" } : {}) },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
  return { get: send("GET"), post: send("POST"), put: send("PUT"), remove: send("DELETE") };
}

async function ask(path: string, init: RequestInit): Promise<Shown> {
  const response = await fetch((await siteOrigin()) + path, { redirect: "manual", ...init });
  const text = await response.text();
  return {
    status: response.status,
    headers: response.headers,
    text,
    $: load(text),
    location: response.headers.get("location"),
    json: () => JSON.parse(text) as unknown,
  };
}

function formOf(values: Values): URLSearchParams {
  const form = new URLSearchParams();
  for (const [name, value] of Object.entries(values)) {
    for (const one of value === undefined ? [] : [value].flat()) {
      form.append(name, one);
    }
  }
  return form;
}

function multipartOf(
  values: Values,
  files: readonly { name: string; bytes: Uint8Array }[],
): FormData {
  const form = new FormData();
  for (const [name, value] of formOf(values)) {
    form.append(name, value);
  }
  for (const { name, bytes } of files) {
    form.append("files", new Blob([Buffer.from(bytes)]), name);
  }
  return form;
}
