import { done, get, nothing, post, t, view, type Route } from "../../base/index.ts";
import { commitImport } from "../employee-import/commit-import.ts";
import { countChanges } from "../employee-import/count-changes.ts";
import { discardImport, rereadImport } from "../employee-import/close-import.ts";
import { findImport } from "../employee-import/import.ts";
import { findTwin, listImports, listRows } from "../employee-import/import-queries.ts";
import { ImportPage } from "../employee-import/pages/import-page.tsx";
import { ImportsPage } from "../employee-import/pages/imports-page.tsx";
import { presentRow } from "../employee-import/present-row.ts";
import { receiveImport } from "../employee-import/receive-import.ts";
import { templateOf } from "../employee-import/template.ts";
import { undoImport } from "../employee-import/undo-import.ts";
import { CommitImport, ImportPath, OpenImport, ReceiveImport } from "../import-input.ts";
import { administrator } from "./units.tsx";

const imports = "/office/imports";
const one = `${imports}/:importId`;

export const importRoutes: readonly Route[] = [
  get(
    imports,
    { input: nothing, allow: administrator, summary: "Files of the employee master so far" },
    async ({ form }) =>
      view(t("Employee master"), ImportsPage, { imports: await listImports(), form }),
  ),

  post(
    imports,
    {
      input: ReceiveImport,
      allow: administrator,
      summary: "Read a file of the employee master; nothing changes yet",
      form: imports,
      upload: true,
    },
    async ({ actor, input }) => {
      const received = await receiveImport(actor, input.files);
      return done(`${imports}/${received.id}`, received, { status: 201 });
    },
  ),

  get(
    `${imports}/template.csv`,
    { input: nothing, allow: administrator, summary: "An empty employee master as CSV" },
    () => templateOf("csv"),
  ),

  get(
    `${imports}/template.xlsx`,
    { input: nothing, allow: administrator, summary: "An empty employee master as XLSX" },
    () => templateOf("xlsx"),
  ),

  get(
    one,
    { input: OpenImport, allow: administrator, summary: "What a file would change, row by row" },
    async ({ input: { importId, change, after }, form }) => {
      const given = await findImport(importId);
      const letters = new Map(
        given.columns.flatMap(({ key, letters: at }) => (key === null ? [] : [[key, at] as const])),
      );
      const { rows, next } = await listRows(importId, { change, after });
      const head = {
        title: given.fileName,
        breadcrumb: [{ label: t("Employee master"), href: imports }],
      };
      return view(head, ImportPage, {
        given,
        twin: await findTwin(given),
        counts: await countChanges(importId),
        change,
        rows: rows.map((row) => presentRow(row, letters)),
        next,
        form,
      });
    },
  ),

  post(
    `${one}/commit`,
    { input: CommitImport, allow: administrator, summary: "Take the file over", form: one },
    async ({ actor, input: { importId, leaveOutWrong } }) => {
      await commitImport(actor, importId, { leaveOutWrong });
      return done(
        `${imports}/${importId}`,
        { id: importId },
        { flash: t("The file is taken over.") },
      );
    },
  ),

  post(
    `${one}/undo`,
    { input: ImportPath, allow: administrator, summary: "Undo an import exactly", form: one },
    async ({ actor, input: { importId } }) => {
      await undoImport(actor, importId);
      return done(
        `${imports}/${importId}`,
        { id: importId },
        {
          flash: t("Everything is as it was before the import."),
        },
      );
    },
  ),

  post(
    `${one}/read-again`,
    { input: ImportPath, allow: administrator, summary: "Judge a waiting file anew", form: one },
    async ({ actor, input: { importId } }) => {
      await rereadImport(actor, importId);
      return done(
        `${imports}/${importId}`,
        { id: importId },
        { flash: t("The file was read again.") },
      );
    },
  ),

  post(
    `${one}/discard`,
    { input: ImportPath, allow: administrator, summary: "Lay a file aside", form: one },
    async ({ actor, input: { importId } }) => {
      await discardImport(actor, importId);
      return done(imports, { id: importId }, { flash: t("The file is laid aside.") });
    },
  ),
];
