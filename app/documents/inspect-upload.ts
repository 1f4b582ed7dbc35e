/**
 * INVARIANT: what a stranger made is looked into only in a process of its own (`inspection/`), and only once;
 * what was found is remembered, so that a command that asks again inside its transaction is answered at once.
 */
import { row, withStoredFile, type StoredBytes, type UploadedFile } from "../base/index.ts";
import { extensions, type Facts, type Failure, type MediaType } from "./inspection/finding.ts";
import { runInspector } from "./inspection/run-inspector.ts";
import { inspectPdf } from "./pdf/index.ts";
import { mostPages, refusalFor } from "./refusals.ts";

/** What a document is, by its bytes. */
export interface DocumentFacts extends Facts {
  readonly pages: number;
}

type Finding = DocumentFacts | { readonly failure: Failure };

/** Looks into an uploaded file, whatever its name says; refuses by the field it came in. */
export async function inspectUpload(file: UploadedFile): Promise<DocumentFacts> {
  const finding = await findingOf(file);
  if ("failure" in finding) {
    throw refusalFor(file, finding.failure);
  }
  return finding;
}

/** For bytes that the product drew itself: only their pages are counted. */
export async function inspectOwn(file: UploadedFile): Promise<DocumentFacts> {
  const counted = await countPages(file);
  if ("failure" in counted) {
    throw refusalFor(file, counted.failure);
  }
  return { mediaType: "application/pdf", extension: "pdf", pages: counted.pages };
}

const remembered = new Map<string, Promise<Finding>>();
const mostRemembered = 500;

export function findingOf(file: StoredBytes & { readonly name: string }): Promise<Finding> {
  const extension = extensionOf(file.name);
  const key = `${file.sha256}.${extension}`;
  const known = remembered.get(key) ?? look(file, extension);
  remembered.delete(key);
  remembered.set(key, known);
  known.catch(() => remembered.delete(key));
  for (const oldest of [...remembered.keys()].slice(0, -mostRemembered)) {
    remembered.delete(oldest);
  }
  return known;
}

function extensionOf(name: string): string {
  return /\.([a-z]{2,5})$/i.exec(name.trim())?.[1]?.toLowerCase() ?? "";
}

async function look(file: StoredBytes, extension: string): Promise<Finding> {
  if (file.bytes === 0) {
    return { failure: "empty" };
  }
  const known = await knownFacts(file.sha256);
  if (known && !known.mediaType.startsWith("text/")) {
    return known;
  }
  const finding = await withStoredFile(file.sha256, (path) => runInspector(path, extension));
  if ("failure" in finding) {
    return finding;
  }
  if (finding.pages !== undefined) {
    return { ...finding, pages: finding.pages };
  }
  const counted = await countPages(file);
  return "failure" in counted ? counted : { ...finding, pages: counted.pages };
}

/** Bytes that were taken in before are known by their hash. */
async function knownFacts(sha256: string): Promise<DocumentFacts | undefined> {
  const known = await row<{ mediaType: MediaType; pages: number }>(
    `select media_type as "mediaType", pages from documents where sha256 = $sha256 limit 1`,
    { sha256 },
  );
  return known && { ...known, extension: extensions[known.mediaType] };
}

/** By the program that will draw them: what it cannot open nobody could read. */
async function countPages(file: StoredBytes): Promise<{ pages: number } | { failure: Failure }> {
  const facts = await withStoredFile(file.sha256, inspectPdf);
  if ("failure" in facts) {
    return facts;
  }
  return facts.pages > mostPages ? { failure: "too-many-pages" } : facts;
}
