import { refersToContent, type Module } from "../base/index.ts";
import { lookAhead } from "./look-ahead.ts";
import { routes } from "./routes.ts";
import { offerFinishedUploads } from "./resumable/finished.ts";
import "./resumable/end-upload.ts";
import "./scanner/chores.ts";
import "./scanner/dependency.ts";

export { cleanName, titleOf } from "./clean-name.ts";
export {
  documentById,
  documentColumns,
  findDocument,
  findDocuments,
  viewerKind,
  type StoredDocument,
} from "./document.ts";
export { holdDocuments, paperOfItem } from "./holders.ts";
export { refuseUncheckedPapers } from "./refuse-unchecked.ts";
export { registerDocument, registerDocuments } from "./register-document.ts";
export * from "./pdf/index.ts";

export const documents: Module = { name: "documents", routes, sections: [] };

refersToContent("documents", "sha256");
refersToContent("uploads", "sha256");
refersToContent("renditions", "rendition_sha256");
lookAhead();
offerFinishedUploads();
