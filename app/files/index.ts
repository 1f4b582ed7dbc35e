import { anyPost, words, type Module } from "../base/index.ts";
import { holdDocuments, paperOfItem, refuseUncheckedPapers } from "../documents/index.ts";
import { beforeLeaving, defineItemKind, visibleTo } from "../movement/index.ts";
import { routes } from "./routes.ts";

export { addPaper, type NewPaper, type Paper } from "./add-paper.ts";
export { closeFile } from "./close-file.ts";
export { coverDetails, type CoverDetails } from "./cover.ts";
export { contentsOf, type ContentsEntry } from "./contents.ts";
export {
  fileColumns,
  findFile,
  findPlacedFile,
  type File,
  type FilePlace,
  type PlacedFile,
} from "./file.ts";
export { flagPaper } from "./flag-paper.ts";
export { createHead, headsFor, type Head, type NewHead } from "./heads.ts";
export type { OpenFileInput } from "./input.ts";
export { openFile } from "./open-file.ts";
export { CoverParticulars } from "./pages/cover-particulars.tsx";
export { mayOpenFiles } from "./policy.ts";
export { putInFile } from "./put-in-file.ts";
export { filesOnDesk, listFiles, type FileLine } from "./queries.ts";

defineItemKind({ kind: "file", name: words("File"), path: (id) => `/files/${id}` });

holdDocuments(`exists (select from correspondence_documents cd
  join correspondence c on c.id = cd.correspondence_id join items i on i.id = c.file_id
  where cd.document_id = d.id and ${visibleTo("i")})`);

paperOfItem(`correspondence_documents cd join correspondence c on c.id = cd.correspondence_id
  join items i on i.id = c.file_id where cd.document_id = d.id`);

beforeLeaving("file", ({ item }) =>
  refuseUncheckedPapers(
    item.id,
    `select cd.document_id from correspondence_documents cd
     join correspondence c on c.id = cd.correspondence_id where c.file_id = $item`,
  ),
);

export const files: Module = {
  name: "files",
  routes,
  sections: [{ label: words("Files"), href: "/files", icon: "files", order: 30, allow: anyPost }],
};
