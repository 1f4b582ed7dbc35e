import { invalid, rows, type Actor } from "../base/index.ts";
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

/** What a reference points at: a file, and the page or paragraph in it. */
export interface Target {
  readonly fileId: string;
  readonly place: number | null;
}

/** How far a file reaches that is pointed at. */
interface Extent {
  readonly id: string;
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
  const extents = await extentsOf(actor, fileId, references);
  return references.map(({ kind, label, target }) => {
    const to = readTarget(kind, target, fileId);
    if (!to || !isWithin(extents.get(to.fileId), kind, to.place)) {
      throw invalid("body", "The reference “{label}” points at nothing. Choose it again.", {
        label,
      });
    }
    return {
      kind,
      targetFileId: to.fileId,
      targetPage: kind === "page" ? to.place : null,
      targetParagraph: kind === "paragraph" ? to.place : null,
      label,
    };
  });
}

/** The files pointed at that the writer may see, all in one statement. */
async function extentsOf(
  actor: Actor,
  fileId: string,
  references: readonly Reference[],
): Promise<ReadonlyMap<string, Extent>> {
  const ids = references.flatMap(
    ({ kind, target }) => readTarget(kind, target, fileId)?.fileId ?? [],
  );
  if (ids.length === 0) {
    return new Map();
  }
  const found = await rows<Extent>(
    `select f.item_id as id, f.last_page as "lastPage", f.last_paragraph as "lastParagraph"
     from files f join items i on i.id = f.item_id
     where f.item_id = any($ids::uuid[]) and i.state <> 'deleted' and ${visibleTo("i")}`,
    { ids: [...new Set(ids)], ...viewer(actor) },
  );
  return new Map(found.map((extent) => [extent.id, extent]));
}

function isWithin(
  extent: Extent | undefined,
  kind: Reference["kind"],
  place: number | null,
): boolean {
  if (!extent || kind === "file") {
    return extent !== undefined;
  }
  const last = kind === "page" ? extent.lastPage : extent.lastParagraph;
  return place !== null && place >= 1 && place <= last;
}

const uuid = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";
const placeForm = new RegExp(`^(?:(${uuid}):)?(\\d{1,6})$`);
const fileForm = new RegExp(`^${uuid}$`);

/** What the target of a reference says; nothing when it is in no form we know. */
export function readTarget(
  kind: Reference["kind"],
  target: string,
  ownFileId: string,
): Target | undefined {
  if (kind === "file") {
    return fileForm.test(target) ? { fileId: target, place: null } : undefined;
  }
  const [, fileId = ownFileId, place] = placeForm.exec(target) ?? [];
  return place === undefined ? undefined : { fileId, place: Number(place) };
}

/** The address a reference leads to: the page opens beside the notes, the paragraph is scrolled to. */
export function addressOf(reference: Reference, fileId: string): string | undefined {
  const to = readTarget(reference.kind, reference.target, fileId);
  if (!to) {
    return undefined;
  }
  switch (reference.kind) {
    case "page":
      return pageAddress(to.fileId, to.place ?? 1);
    case "paragraph":
      return paragraphAddress(to.fileId, to.place ?? 1);
    case "file":
      return `/files/${to.fileId}`;
    default:
      return undefined;
  }
}

export function pageAddress(fileId: string, page: number): string {
  return `/files/${fileId}?page=${page}#paper`;
}

export function paragraphAddress(fileId: string, paragraph: number): string {
  return `/files/${fileId}?paragraph=${paragraph}#paragraph-${paragraph}`;
}
