import { type Gaps, notFound, row } from "../../base/index.ts";

export type ImportState = "reading" | "refused" | "staged" | "committed" | "undone" | "discarded";

/** A file of the employee master on its way in. */
export interface EmployeeImport {
  readonly id: string;
  readonly state: ImportState;
  readonly fileName: string;
  readonly fileHash: string;
  readonly bytes: number;
  readonly rowsRead: number;
  readonly columns: readonly { letters: string; header: string; key: string | null }[];
  readonly failure: { readonly words: string; readonly gaps: Gaps } | null;
  readonly createdAt: Date;
  readonly committedAt: Date | null;
  readonly undoneAt: Date | null;
}

export const selectImports = `
  select id, state, file_name as "fileName", file_hash as "fileHash", bytes, rows_read as "rowsRead", columns, failure,
    created_at as "createdAt", committed_at as "committedAt", undone_at as "undoneAt"
  from imports`;

export const importKind = "employees";

export async function findImport(id: string): Promise<EmployeeImport> {
  return orNotFound(
    await row<EmployeeImport>(`${selectImports} where id = $id and kind = $importKind`, {
      id,
      importKind,
    }),
  );
}

/** Locks the import and with it the office against another import. */
export async function lockImport(id: string): Promise<EmployeeImport> {
  await row("select pg_advisory_xact_lock(hashtext('organisation.import'))::text as locked");
  return orNotFound(
    await row<EmployeeImport>(`${selectImports} where id = $id and kind = $importKind for update`, {
      id,
      importKind,
    }),
  );
}

function orNotFound(found: EmployeeImport | undefined): EmployeeImport {
  if (!found) {
    throw notFound();
  }
  return found;
}
