import { createServer } from "node:http";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { basename } from "node:path";
import { build } from "esbuild";
import { projectFile } from "../../app/base/paths.ts";
import type { Language } from "../../app/base/words.ts";
import { Form, renderPage, YellowDraft } from "../../app/ui/index.ts";
import { documentFromText, NoteEditor, WrittenInput } from "../../app/writing/index.ts";
import type { WrittenDocument } from "../../app/writing/index.ts";

/** A desk with one note on it: the least server the editor can be tried against. */
export interface Desk {
  readonly address: string;
  readonly close: () => void;
  /** What the server holds. */
  document: WrittenDocument;
  revision: number;
  csrf: string;
  /** How it answers saves: `deaf` saves once more, loses the answer on the way, and is down. */
  mood: "well" | "signed out" | "deaf" | "down" | "refusing";
  language: Language;
  readonly puts: unknown[];
  readonly posts: URLSearchParams[];
}

const references = [
  { kind: "page", target: "7c1f:12", label: "पृष्ठ 12/प." },
  { kind: "file", target: "91aa", label: "एफ 10-4/2026/1/5" },
];

export async function setUpDesk(): Promise<Desk> {
  const assets = await bundleAssets();
  const server = createServer((request, response) => {
    void answer(desk, { assets, request, response });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const desk: Desk = {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
    ...emptyDesk(),
    puts: [],
    posts: [],
  };
  return desk;
}

/** As the desk stands in the morning. */
export function emptyDesk() {
  return {
    document: documentFromText(""),
    revision: 0,
    csrf: "token-1",
    mood: "well",
    language: "hi",
  } as const;
}

type Assets = ReadonlyMap<string, Uint8Array>;

async function bundleAssets(): Promise<Assets> {
  const { outputFiles } = await build({
    entryPoints: ["app/browser/main.ts", "app/browser/note-editor.ts", "app/ui/app.css"].map(
      projectFile,
    ),
    absWorkingDir: projectFile("."),
    outdir: "/assets",
    bundle: true,
    minify: true,
    format: "esm",
    target: ["chrome109", "firefox115", "safari16"],
    loader: { ".woff2": "file" },
    publicPath: "/assets",
    write: false,
  });
  return new Map(outputFiles.map(({ path, contents }) => [basename(path), contents]));
}

const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'";

interface Exchange {
  readonly assets: Assets;
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
}

async function answer(desk: Desk, { assets, request, response }: Exchange): Promise<void> {
  const { pathname } = new URL(request.url ?? "/", desk.address);
  const asset = assets.get(basename(pathname).replace(/(main|note-editor|app)-\w{8}\./, "$1."));
  if (asset) {
    response.setHeader("cache-control", "max-age=600");
    const type = pathname.endsWith("css") ? "text/css" : "text/javascript";
    response.setHeader("content-type", pathname.endsWith("woff2") ? "font/woff2" : type);
    response.end(asset);
  } else if (request.method === "PUT") {
    save(desk, { request, response, body: await bodyOf(request) });
  } else if (request.method === "POST") {
    desk.posts.push(new URLSearchParams(await bodyOf(request)));
    response.writeHead(303, { location: "/sent" }).end();
  } else if (pathname === "/references") {
    response.setHeader("content-type", "application/json");
    response.end(JSON.stringify(references));
  } else {
    response.setHeader("content-type", "text/html; charset=utf-8");
    response.setHeader("content-security-policy", policy);
    response.end(pathname === "/sent" ? "<h1>sent</h1>" : page(desk));
  }
}

function save(
  desk: Desk,
  { request, response, body }: Omit<Exchange, "assets"> & { readonly body: string },
): void {
  const { text, revision } = JSON.parse(body) as { text: unknown; revision: number };
  desk.puts.push(text);
  const say = (status: number, told: object) =>
    response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(told));
  if (desk.mood === "down") {
    request.socket.destroy();
  } else if (desk.mood === "signed out") {
    say(401, {});
  } else if (desk.mood === "refusing") {
    say(422, { errors: [{ field: "text", words: "पाठ बहुत लंबा है।" }] });
  } else if (request.headers["x-csrf-token"] !== desk.csrf) {
    say(403, { detail: "This form is out of date." });
  } else if (revision !== desk.revision) {
    say(409, {});
  } else {
    desk.document = WrittenInput.parse(text).document;
    desk.revision += 1;
    if (desk.mood === "deaf") {
      desk.mood = "down";
      request.socket.destroy();
    } else {
      say(200, { revision: desk.revision, savedAt: new Date().toISOString() });
    }
  }
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of request as AsyncIterable<Uint8Array>) {
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}

function page({ csrf, document, language, revision }: Desk): string {
  const frame = { language, csrf, nonce: "", path: "/", sections: [] };
  const head = { title: "टीप", scripts: ["note-editor.js"] };
  return renderPage(
    frame,
    head,
    <YellowDraft>
      <Form action="/notes">
        <NoteEditor
          name="text"
          label={language === "hi" ? "टीप" : "Note"}
          document={document}
          revision={revision}
          autosaveUrl="/draft"
          referencesUrl="/references"
        />
        <button type="submit">Send</button>
      </Form>
    </YellowDraft>,
  );
}
