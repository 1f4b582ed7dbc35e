import { invalid, notFound, row, rows, type Actor } from "../base/index.ts";
import { viewer, visibleTo } from "../movement/index.ts";
import type { Reference } from "../writing/index.ts";

/** A reference that has been checked: what it points at exists and its writer may see it. */
export interface CheckedReference {
  readonly kind: Reference["kind"];
  readonly targetFileId: string;
  readonly targetPage: number | null;
  readonly targetParagraph: number | null;
  readonly label: string;
}

interface Target {
  readonly fileId: string;
  readonly place: number | null;
}

/** The extent of a file that may be pointed at. */
interface Extent {
  readonly lastPage: number;
  readonly lastParagraph: number;
}

/**
 * Checks what a note points at. A page or paragraph is `12` in this file or `<file>:12` in another;
 * a file is its id.
 */
export async function checkReferences(
  actor: Actor,
  fileId: string,
  references: readonly Reference[],
): Promise<CheckedReference[]> {
  const checked: CheckedReference[] = [];
  for (const reference of references) {
    checked.push(await checkReference(actor, fileId, reference));
  }
  return checked;
}

async function checkReference(
  actor: Actor,
  fileId: string,
  { kind, label, target }: Reference,
): Promise<CheckedReference> {
  const { fileId: targetFileId, place } = readTarget(kind, target, fileId);
  const extent = await extentOf(actor, targetFileId);
  if (!extent || !isWithin(extent, kind, place)) {
    throw invalid("body", "The reference “{label}” points at nothing. Choose it again.", { label });
  }
  return {
    kind,
    targetFileId,
    targetPage: kind === "page" ? place : null,
    targetParagraph: kind === "paragraph" ? place : null,
    label,
  };
}

function isWithin(extent: Extent, kind: Reference["kind"], place: number | null): boolean {
  const last = kind === "page" ? extent.lastPage : extent.lastParagraph;
  return kind === "file" || (place !== null && place >= 1 && place <= last);
}

function readTarget(kind: Reference["kind"], target: string, fileId: string): Target {
  const [, file = fileId, place] = /^(?:([0-9a-f-]{36}):)?(\d{1,6})$/.exec(target) ?? [];
  if (place !== undefined && kind !== "file") {
    return { fileId: file, place: Number(place) };
  }
  return { fileId: /^[0-9a-f-]{36}$/.test(target) ? target : "", place: null };
}

async function extentOf(actor: Actor, fileId: string): Promise<Extent | undefined> {
  if (fileId === "") {
    return undefined;
  }
  return row<Extent>(
    `select f.last_page as "lastPage", f.last_paragraph as "lastParagraph"
     from files f join items i on i.id = f.item_id where f.item_id = $fileId and ${visibleTo("i")}`,
    { fileId, ...viewer(actor) },
  );
}

/** Where this file is pointed at from; only what the reader may see. */
export interface Backlink {
  readonly noteId: string;
  readonly fromFileId: string;
  readonly fromNumber: string;
  readonly fromSubject: string;
  readonly fromParagraph: number;
  readonly kind: Reference["kind"];
  readonly targetPage: number | null;
  readonly targetParagraph: number | null;
}

/** The other end of every reference to this file. */
export function backlinksTo(actor: Actor, fileId: string): Promise<Backlink[]> {
  return rows<Backlink>(
    `select n.id as "noteId", n.file_id as "fromFileId", i.number as "fromNumber", i.subject as "fromSubject",
       n.paragraph_from as "fromParagraph", r.kind, r.target_page as "targetPage",
       r.target_paragraph as "targetParagraph"
     from note_references r
     join notes n on n.id = r.note_id
     join items i on i.id = n.file_id
     where r.target_file_id = $fileId and ${visibleTo("i")}
     order by n.signed_at limit 200`,
    { fileId, ...viewer(actor) },
  );
}

/** The address a reference leads to. */
export function addressOf(reference: Reference, fileId: string): string | undefined {
  const { fileId: file, place } = readTarget(reference.kind, reference.target, fileId);
  if (file === "") {
    return undefined;
  }
  switch (reference.kind) {
    case "page":
      return `/files/${file}?page=${place ?? 1}`;
    case "paragraph":
      return `${file === fileId ? "" : `/files/${file}`}#paragraph-${place ?? 1}`;
    case "file":
      return `/files/${file}`;
    default:
      throw notFound();
  }
}
