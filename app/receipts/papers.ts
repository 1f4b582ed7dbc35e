import {
  files,
  Refusal,
  rows,
  type Actor,
  type FormState,
  type UploadedFile,
} from "../base/index.ts";
import {
  findDocuments,
  registerDocument,
  viewerKind,
  type StoredDocument,
} from "../documents/index.ts";

/** One document of a letter as a page shows it. */
export interface Paper {
  readonly id: string;
  readonly title: string;
  readonly pages: number;
  readonly kind: "pdf" | "image" | "other";
}

export function paperOf({ id, mediaType, name, pages }: StoredDocument): Paper {
  return { id, title: name, pages, kind: viewerKind(mediaType) };
}

/** The documents of a receipt in their order. Whoever sees the receipt sees them. */
export async function papersOf(receiptId: string): Promise<Paper[]> {
  const found = await rows<StoredDocument>(
    `select d.id, rd.title as name, d.pages, d.media_type as "mediaType"
     from receipt_documents rd join documents d on d.id = rd.document_id
     where rd.receipt_id = $receipt order by rd.position`,
    { receipt: receiptId },
  );
  return found.map(paperOf);
}

/** Those uploaded for a letter that is still being entered, in the order asked for. */
export async function uploadedPapers(actor: Actor, ids: readonly string[]): Promise<Paper[]> {
  return (await findDocuments(actor, ids)).map(paperOf);
}

/**
 * What a refused form came with. Its files are taken in here, so that nobody uploads twice because a
 * date was wrong; one that is no document stays out, and its refusal stands by the field.
 */
export async function papersOfForm(
  actor: Actor,
  form: FormState,
  before: readonly Paper[],
): Promise<readonly Paper[]> {
  if (Object.keys(form.values).length === 0) {
    return before;
  }
  const ids = idsIn(form.values["documentIds"]).filter((id) => id !== removed(form));
  const known = await uploadedPapers(actor, ids);
  const fresh: Paper[] = [];
  for (const file of filesIn(form.values["files"])) {
    fresh.push(...(await takeIn(actor, file)));
  }
  return [...known, ...fresh];
}

async function takeIn(actor: Actor, file: UploadedFile): Promise<Paper[]> {
  try {
    return [paperOf(await registerDocument(actor, file))];
  } catch (error) {
    if (error instanceof Refusal) {
      return [];
    }
    throw error;
  }
}

/** Without script a paper is taken off by a button that names it. */
function removed({ values }: FormState): string | undefined {
  const pressed = values["_find"];
  return typeof pressed === "string" ? /^remove:(.+)$/.exec(pressed)?.[1] : undefined;
}

const uuid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

function idsIn(value: unknown): string[] {
  const given = Array.isArray(value) ? value : [value];
  return given.filter((one): one is string => typeof one === "string" && uuid.test(one));
}

/** Only what came as a file of this form: a sender may write any hash where files should stand. */
function filesIn(value: unknown): readonly UploadedFile[] {
  return files.safeParse(value).data ?? [];
}
