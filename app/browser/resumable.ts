import { csrfToken } from "./page.ts";

/** What goes at once; a link that breaks loses at most the part of it that had not arrived. */
const pieceBytes = 4 * 1024 ** 2;
/** Below this a form is sent in one go. */
export const worthPieces = 8 * 1024 ** 2;
const patience = 10;

interface Sending {
  readonly file: File;
  readonly show: (share: number) => void;
}

/** Sends a file piece by piece, going on after a broken link or a reload; tells the id to name in the form. */
export async function sendInPieces({ file, show }: Sending): Promise<string> {
  const path = (await known(file)) ?? (await begin(file));
  let failures = 0;
  for (let at = await standing(path); at < file.size;) {
    try {
      at = await sendPiece(path, file, at);
      failures = 0;
      show((at / file.size) * 100);
    } catch (error) {
      failures += 1;
      if (failures > patience || error instanceof Refused) {
        forget(file);
        throw error;
      }
      await new Promise((resolve) => setTimeout(resolve, 1000 * 2 ** Math.min(failures, 5)));
      at = await standing(path).catch(() => at);
    }
  }
  forget(file);
  return path.slice(path.lastIndexOf("/") + 1);
}

/** The server said no; asking again would not help. */
class Refused extends Error {}

interface Question {
  readonly method: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Blob;
}

async function ask(path: string, init: Question): Promise<Response> {
  const headers = {
    "tus-resumable": "1.0.0",
    "x-csrf-token": csrfToken(),
    accept: "application/json",
  };
  const response = await fetch(path, { ...init, headers: { ...headers, ...init.headers } });
  if (response.status === 409 || response.status === 423 || response.status >= 500) {
    throw new Error(String(response.status));
  }
  if (!response.ok) {
    const said = (await response.json().catch(() => ({}))) as Said;
    throw new Refused(said.errors?.[0]?.words ?? said.title ?? "");
  }
  return response;
}

interface Said {
  readonly title?: string;
  readonly errors?: readonly { readonly words: string }[];
}

async function begin(file: File): Promise<string> {
  const name = btoa(String.fromCharCode(...new TextEncoder().encode(file.name)));
  const response = await ask("/uploads", {
    method: "POST",
    headers: { "upload-length": String(file.size), "upload-metadata": `filename ${name}` },
  });
  const path = response.headers.get("location") ?? "";
  sessionStorage.setItem(keyOf(file), path);
  return path;
}

/** One that was begun in this tab, perhaps before a reload, if the server still knows it. */
async function known(file: File): Promise<string | undefined> {
  const path = sessionStorage.getItem(keyOf(file));
  if (path === null) {
    return undefined;
  }
  return standing(path).then(
    () => path,
    () => undefined,
  );
}

async function standing(path: string): Promise<number> {
  const response = await ask(path, { method: "HEAD" });
  return Number(response.headers.get("upload-offset"));
}

async function sendPiece(path: string, file: File, at: number): Promise<number> {
  const response = await ask(path, {
    method: "PATCH",
    headers: { "content-type": "application/offset+octet-stream", "upload-offset": String(at) },
    body: file.slice(at, at + pieceBytes),
  });
  return Number(response.headers.get("upload-offset"));
}

function forget(file: File): void {
  sessionStorage.removeItem(keyOf(file));
}

function keyOf({ lastModified, name, size }: File): string {
  return `upload ${size} ${lastModified} ${name}`;
}
