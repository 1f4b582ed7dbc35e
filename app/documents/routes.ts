import { anyPost, done, get, post, visitorOf, type Route } from "../base/index.ts";
import { findDocument, viewerKind, type StoredDocument } from "./document.ts";
import { OpenDocument, UploadDocuments } from "./input.ts";
import { registerDocuments } from "./register-document.ts";
import { resumableRoutes } from "./resumable/routes.ts";
import { serveDocument } from "./serve-document.ts";

export const routes: readonly Route[] = [
  get(
    "/documents/:id",
    {
      input: OpenDocument,
      allow: anyPost,
      summary: "The bytes of a document, whole or in part",
      rate: "download",
    },
    async ({ actor, context, input }) =>
      serveDocument(await findDocument(actor, input.id), {
        actor,
        reader: visitorOf(context)?.reader,
        inline: !input.download,
      }),
  ),

  post(
    "/documents",
    { input: UploadDocuments, allow: anyPost, summary: "Upload documents", upload: true },
    async ({ actor, input }) => {
      const documents = await registerDocuments(actor, input.files);
      return done(`/documents/${documents[0]?.id ?? ""}`, { documents: documents.map(present) });
    },
  ),

  ...resumableRoutes,
];

function present({ id, name, pages, bytes, mediaType }: StoredDocument) {
  return { id, name, pages, bytes, kind: viewerKind(mediaType) };
}
