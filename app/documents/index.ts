import { refersToContent, type Module } from "../base/index.ts";
import { routes } from "./routes.ts";

export { cleanName, titleOf } from "./clean-name.ts";
export {
  documentById,
  documentColumns,
  findDocument,
  findDocuments,
  viewerKind,
  type StoredDocument,
} from "./document.ts";
export { holdDocuments } from "./holders.ts";
export { registerDocument, registerDocuments } from "./register-document.ts";
export * from "./pdf/index.ts";

export const documents: Module = { name: "documents", routes, sections: [] };

refersToContent("documents", "sha256");
