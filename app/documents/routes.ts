import { anyPost, done, get, post, readStored, type Download, type Route } from "../base/index.ts";
import { findDocument, viewerKind, type StoredDocument } from "./document.ts";
import { OpenDocument, UploadDocuments } from "./input.ts";
import { registerDocuments } from "./register-document.ts";

export const routes: readonly Route[] = [
  get(
    "/documents/:id",
    {
      input: OpenDocument,
      allow: anyPost,
      summary: "The bytes of a document, whole or in part",
      rate: "download",
    },
    async ({ actor, input }) => serve(await findDocument(actor, input.id), !input.download),
  ),

  post(
    "/documents",
    { input: UploadDocuments, allow: anyPost, summary: "Upload documents", upload: true },
    async ({ actor, input }) => {
      const documents = await registerDocuments(actor, input.files);
      return done(`/documents/${documents[0]?.id ?? ""}`, { documents: documents.map(present) });
    },
  ),
];

function serve(document: StoredDocument, inline: boolean): Download {
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

function present({ id, name, pages, bytes, mediaType }: StoredDocument) {
  return { id, name, pages, bytes, kind: viewerKind(mediaType) };
}
