import {
  download,
  forbidden,
  language,
  nameOf,
  readStored,
  record,
  store,
  transaction,
  type Actor,
  type Download,
  type Reader,
} from "../base/index.ts";
import { secrecyOf, viewerKind, type Secrecy, type StoredDocument } from "./document.ts";
import { drawPages } from "./draw-pages.ts";
import { pictureOf } from "./picture-of.ts";
import { refuseUnchecked } from "./refuse-unchecked.ts";
import { stampCopy, type Stamp } from "./stamp-copy.ts";
import { pdfOfTiff, tiffAsPdf } from "./tiff-as-pdf.ts";

interface Request {
  readonly actor: Actor;
  readonly reader: Reader | undefined;
  readonly inline: boolean;
}

/** The bytes of a document for this reader: as they came, or a stamped copy where they are confidential. */
export async function serveDocument(document: StoredDocument, request: Request): Promise<Download> {
  await refuseUnchecked(document);
  const secrecy = await secrecyOf(request.actor, document.id);
  if (!secrecy.confidential) {
    return request.inline ? shown(document) : original(document, request.inline);
  }
  if (!request.inline && secrecy.inHand) {
    await tell(request.actor, document, "document.original-taken");
    return { ...original(document, false), confidential: true };
  }
  return copyFor(request, document, secrecy);
}

/** What browsers cannot show is shown as what is made of it. */
function shown(document: StoredDocument): Promise<Download> | Download {
  return document.mediaType === "image/tiff"
    ? tiffAsPdf(document)
    : original(document, viewerKind(document.mediaType) !== "other");
}

function original(document: StoredDocument, inline: boolean): Download {
  return {
    kind: "download",
    mediaType: document.mediaType,
    name: document.name,
    inline,
    bytes: document.bytes,
    open: (range) => readStored(document.sha256, range),
    etag: document.sha256,
  };
}

async function copyFor(
  request: Request,
  document: StoredDocument,
  secrecy: Secrecy,
): Promise<Download> {
  const stamp = { ...stampOf(request), title: document.name };
  if (viewerKind(document.mediaType) === "other") {
    if (!secrecy.inHand) {
      throw forbidden("Only the post that holds this confidential paper can open it.");
    }
    await tell(request.actor, document, "document.original-taken");
    return { ...original(document, false), confidential: true };
  }
  const copy =
    viewerKind(document.mediaType) === "image"
      ? await pictureOf(document, stamp)
      : await stampedPages(document, stamp);
  await tell(request.actor, document, "document.confidential-viewed");
  return { ...copy, inline: request.inline, confidential: true };
}

async function stampedPages(
  document: StoredDocument,
  stamp: Stamp & { readonly title: string },
): Promise<Download> {
  const { sha256 } =
    document.mediaType === "image/tiff" ? await store([await pdfOfTiff(document)]) : document;
  const pages = await drawPages(sha256, document.pages);
  const name = document.name.replace(/\.\w+$/, ".pdf");
  return download(
    { mediaType: "application/pdf", name, inline: true },
    await stampCopy(pages, stamp),
  );
}

function stampOf({ actor, reader }: Request): Stamp {
  return {
    reader: reader ? nameOf(reader) : "",
    post: reader ? nameOf(reader.post) : "",
    address: actor.address ?? "",
    language: language(),
  };
}

async function tell(
  actor: Actor,
  { id, name, sha256 }: StoredDocument,
  act: "document.confidential-viewed" | "document.original-taken",
): Promise<void> {
  const about = { subject: { type: "document", id }, detail: { name, sha256 } };
  await transaction(() =>
    act === "document.original-taken"
      ? record(actor, "document.original-taken", about)
      : record(actor, "document.confidential-viewed", about),
  );
}
