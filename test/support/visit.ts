import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { load, type CheerioAPI } from "cheerio";
import { v7 as newId } from "uuid";
import {
  insert,
  readSession,
  startSession,
  type Language,
  type Session,
} from "../../app/base/index.ts";
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

/** What is known of the session beyond who and where. */
type SessionState = Partial<Pick<Session, "provedAt" | "secondFactor" | "door" | "device">>;

/**
 * A browser in which this officer is signed in, with everything freshly proved for as long as a test lasts. Forms
 * are posted as a browser posts them, and a new token is kept as a browser keeps it.
 */
export async function visitAs(
  officer: AnOfficer,
  language: Language = "en",
  state: SessionState = {},
) {
  const { accountId, postId } = officer;
  const proved = { provedAt: Date.now() + 3_600_000, secondFactor: true, ...state };
  const token = await startSession({ accountId, actingPostId: postId, language, ...proved });
  return browserWith(token);
}

/** A browser that holds this token of a session. */
export async function browserWith(token: string) {
  const csrf = (await readSession(token))?.csrf ?? "";
  let cookie = `session=${token}`;
  const send = async (path: string, init: RequestInit = {}): Promise<Shown> => {
    const shown = await ask(path, { ...init, headers: { cookie, accept: "text/html" } });
    const given = /(?:^|, )session=([^;,]*)/.exec(shown.headers.get("set-cookie") ?? "")?.[1];
    cookie = given === undefined ? cookie : `session=${given}`;
    return shown;
  };
  const post = (path: string, body: BodyInit) => send(path, { method: "POST", body });
  return {
    csrf,
    /** As it is now. */
    get cookie() {
      return cookie;
    },
    get: (path: string) => send(path),
    post: (path: string, values: Values = {}) => post(path, formOf({ _csrf: csrf, ...values })),
    upload: (path: string, values: Values, files: readonly { name: string; bytes: Uint8Array }[]) =>
      post(path, multipartOf({ _csrf: csrf, ...values }, files)),
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
  return {
    get: send("GET"),
    post: send("POST"),
    put: send("PUT"),
    patch: send("PATCH"),
    remove: send("DELETE"),
  };
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
