import { invalid, row, withStoredFile, words, type UploadedFile } from "../base/index.ts";
import { inspectImage, inspectPdf, type ImageFailure, type PdfFailure } from "./pdf/index.ts";

/** What a document is, by its bytes. */
export interface DocumentFacts {
  readonly mediaType: "application/pdf" | "image/png" | "image/jpeg";
  readonly extension: "pdf" | "png" | "jpg";
  readonly pages: number;
}

const mostPages = 5000;

/**
 * Looks into an uploaded file, whatever its name says; refuses by the field it came in. Bytes that were
 * taken in before are known by their hash.
 */
export async function inspectUpload(file: UploadedFile): Promise<DocumentFacts> {
  if (file.bytes === 0) {
    throw refusalFor(file, "empty");
  }
  return (
    (await knownFacts(file.sha256)) ?? withStoredFile(file.sha256, (path) => lookInto(file, path))
  );
}

const extensions = { "application/pdf": "pdf", "image/png": "png", "image/jpeg": "jpg" } as const;

async function knownFacts(sha256: string): Promise<DocumentFacts | undefined> {
  const known = await row<Pick<DocumentFacts, "mediaType" | "pages">>(
    `select media_type as "mediaType", pages from documents where sha256 = $sha256 limit 1`,
    { sha256 },
  );
  return known && { ...known, extension: extensions[known.mediaType] };
}

async function lookInto(file: UploadedFile, path: string): Promise<DocumentFacts> {
  const image = await inspectImage(path);
  if (!("failure" in image)) {
    return image.kind === "png"
      ? { mediaType: "image/png", extension: "png", pages: 1 }
      : { mediaType: "image/jpeg", extension: "jpg", pages: 1 };
  }
  if (image.failure !== "not-an-image") {
    throw refusalFor(file, `image-${image.failure}`);
  }
  const pdf = await inspectPdf(path);
  if ("failure" in pdf) {
    throw refusalFor(file, pdf.failure);
  }
  if (pdf.pages > mostPages) {
    throw refusalFor(file, "too-many-pages");
  }
  return { mediaType: "application/pdf", extension: "pdf", pages: pdf.pages };
}

type Failure = PdfFailure | `image-${Exclude<ImageFailure, "not-an-image">}` | "too-many-pages";

const sentences: Readonly<Record<Failure, string>> = {
  empty: words("{name} is empty. Scan it again."),
  "not-a-pdf": words("{name} is neither a PDF nor a picture (PNG, JPEG). Scan it as PDF."),
  encrypted: words(
    "{name} is locked with a password. Ask the sender for an open copy, or scan it.",
  ),
  damaged: words("{name} is damaged and cannot be opened. Scan it again."),
  "image-damaged": words("{name} is damaged and cannot be opened. Scan it again."),
  "image-too-large": words("The picture {name} is too large. Scan it at 300 dots an inch or less."),
  "too-many-pages": words("{name} has more than {pages} pages. Upload it in parts."),
};

function refusalFor(file: UploadedFile, failure: Failure) {
  return invalid(file.field, sentences[failure], {
    name: file.name.slice(0, 100),
    pages: mostPages,
  });
}
