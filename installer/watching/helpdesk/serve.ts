import { readFile } from "node:fs/promises";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { h } from "preact";
import { renderToString } from "preact-render-to-string";
import { projectFile } from "../../../app/base/paths.ts";
import type { Language } from "../../words.ts";
import { alertOf } from "../alerts/index.ts";
import { AlertPage } from "./alert-page.tsx";
import { askPrometheus, type Sight } from "./ask-prometheus.ts";
import { readingIn, type Reading } from "./frame.tsx";
import { judgeOffices, type Contact, type KnownOffice } from "./judge-offices.ts";
import { OfficesPage } from "./offices-page.tsx";
import { pageWords } from "./page-words.ts";

/** Where the page learns what it shows. */
export interface Sources {
  readonly sight: () => Promise<Sight>;
  readonly offices: () => Promise<readonly KnownOffice[]>;
  /** Of the data centre; null where site.yml names none. */
  readonly contact: () => Promise<Contact | null>;
  readonly language: Language;
}

/** What is asked of Prometheus, and the files that `secretariat office add` and the installer keep for this page. */
export function sourcesOf(
  prometheus: string,
  files: { readonly offices: string; readonly contact: string },
  language: Language,
): Sources {
  return {
    sight: () => askPrometheus(prometheus),
    offices: async () => {
      const text = await readFile(files.offices, "utf8").catch(() => "[]");
      return JSON.parse(text) as readonly KnownOffice[];
    },
    contact: async () => {
      const text = await readFile(files.contact, "utf8").catch(() => "null");
      return JSON.parse(text) as Contact | null;
    },
    language,
  };
}

/** Serves the helpdesk's page: it reads, and there is nothing in it that one could change. */
export function serveHelpdesk(sources: Sources): Server {
  return createServer((request, response) => {
    answer(sources, request, response).catch(() => reply(response, 500, "text/plain", "500\n"));
  });
}

async function answer(
  sources: Sources,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const url = new URL(request.url ?? "/", "http://helpdesk");
  const path = url.pathname.replace(/^\/helpdesk/, "") || "/";
  const reading = readingIn(languageOf(url, request, sources.language));
  const file = files[path];
  if (request.method !== "GET" && request.method !== "HEAD") {
    reply(response, 405, "text/plain", "405\n");
  } else if (file) {
    response.setHeader("cache-control", "public, max-age=86400");
    reply(response, 200, file.type, await readFile(projectFile(file.path)));
  } else {
    await answerPage(sources, reading, { path, response });
  }
}

async function answerPage(
  sources: Sources,
  reading: Reading,
  { path, response }: { readonly path: string; readonly response: ServerResponse },
): Promise<void> {
  const alert = alertOf(/^\/alerts\/([A-Za-z]+)$/.exec(path)?.[1] ?? "");
  const contact = await sources.contact();
  if (path === "/") {
    const [sight, offices] = await Promise.all([sources.sight(), sources.offices()]);
    const judgement = judgeOffices(sight, offices);
    page(response, 200, renderToString(h(OfficesPage, { reading, sight, judgement, contact })));
  } else if (alert) {
    page(response, 200, renderToString(h(AlertPage, { reading, alert, contact })));
  } else {
    reply(response, 404, "text/plain; charset=utf-8", `${reading.say(pageWords.notFound)}\n`);
  }
}

function languageOf(url: URL, request: IncomingMessage, usual: Language): Language {
  const asked = url.searchParams.get("lang");
  if (asked === "hi" || asked === "en") {
    return asked;
  }
  const [, first] = /^\s*(hi|en)\b/.exec(request.headers["accept-language"] ?? "") ?? [];
  return first === "hi" || first === "en" ? first : usual;
}

function page(response: ServerResponse, status: number, html: string): void {
  response.setHeader("cache-control", "no-store");
  reply(response, status, "text/html; charset=utf-8", `<!doctype html>${html}`);
}

function reply(
  response: ServerResponse,
  ...[status, type, body]: [number, string, string | Buffer]
): void {
  response.writeHead(status, {
    "content-type": type,
    "content-security-policy": "default-src 'none'; style-src 'self'; font-src 'self'",
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
  });
  response.end(body);
}

const font = (family: string, subset: string, weight: number) => ({
  path: `node_modules/@fontsource/${family}/files/${family}-${subset}-${weight}-normal.woff2`,
  type: "font/woff2",
});

const files: Readonly<Record<string, { readonly path: string; readonly type: string }>> = {
  "/helpdesk.css": {
    path: "installer/watching/helpdesk/helpdesk.css",
    type: "text/css; charset=utf-8",
  },
  "/fonts/latin-400.woff2": font("noto-sans", "latin", 400),
  "/fonts/latin-600.woff2": font("noto-sans", "latin", 600),
  "/fonts/devanagari-400.woff2": font("noto-sans-devanagari", "devanagari", 400),
  "/fonts/devanagari-600.woff2": font("noto-sans-devanagari", "devanagari", 600),
};
