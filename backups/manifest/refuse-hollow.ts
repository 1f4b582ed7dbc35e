import { rowsOf, type Manifest } from "./manifest.ts";

type Counted = Pick<Manifest, "rows" | "documents" | "name">;

/** Tables that only grow: fewer rows than before means that something was lost, not that it was tidied up. */
const growing = ["events", "movements", "notes", "letters", "seals", "items", "documents"];

const steepFall = 0.5;

/**
 * What is wrong with a set that "succeeded": an empty database can be backed up faithfully. Judged against the set
 * before, where there is one.
 */
export function hollowness(set: Counted, before: Counted | undefined): string[] {
  const total = rowsOf(set);
  if (total === 0 || Object.keys(set.rows).length === 0) {
    return [`${set.name} holds no row`];
  }
  if (!before) {
    return [];
  }
  const shrunk = growing.flatMap((table) => {
    const [was, is] = [before.rows[table] ?? 0, set.rows[table] ?? 0];
    return is < was ? [`${table}: ${was} rows before, ${is} now`] : [];
  });
  const fell =
    total < rowsOf(before) * steepFall ? [`rows fell from ${rowsOf(before)} to ${total}`] : [];
  const [were, are] = [before.documents.files, set.documents.files];
  const lost = are < were * steepFall ? [`documents fell from ${were} to ${are} files`] : [];
  return [...shrunk, ...fell, ...lost];
}

/** Where what was restored is not what was backed up. */
export function differences(
  manifest: Pick<Manifest, "rows" | "seals">,
  found: Pick<Manifest, "rows" | "seals">,
): string[] {
  const tables = new Set([...Object.keys(manifest.rows), ...Object.keys(found.rows)]);
  const rows = [...tables].toSorted().flatMap((table) => {
    const [expected, counted] = [manifest.rows[table], found.rows[table]];
    return expected === counted
      ? []
      : [`${table}: ${expected ?? "no table"} in the manifest, ${counted ?? "no table"} restored`];
  });
  const seals =
    manifest.seals === found.seals
      ? []
      : [`seals: ${manifest.seals} in the manifest, ${found.seals} restored`];
  return [...rows, ...seals];
}
