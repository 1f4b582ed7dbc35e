import { dirname, join, normalize } from "node:path";
import type { Source } from "./sources.ts";

export interface Import {
  readonly from: string;
  readonly to: string;
}

/** Files at the top of `app/` compose the whole and may import anything; so may its `web/`. */
const composers = new Set(["", "web"]);

/** The folder of `app/` a path lies in; empty for the files at its top. */
export function moduleOf(path: string): string {
  const [, first = "", second] = path.split("/");
  return second === undefined ? "" : first;
}

/** Imports that cross from one folder of `app/` to another. */
export function crossings(sources: readonly Source[]): Import[] {
  return sources
    .flatMap(({ path, text }) =>
      [...text.matchAll(/(?:from|import)\s*\(?\s*"(\.[^"]+)"/g)].map(([, to = ""]) => ({
        from: path,
        to: normalize(join(dirname(path), to)),
      })),
    )
    .filter(({ from }) => !composers.has(moduleOf(from)))
    .filter(({ from, to }) => moduleOf(from) !== moduleOf(to));
}

/** A module is entered by its `index.ts`; `base` and `ui`, which everyone leans on, by any of their files from each other. */
export function pastAnIndex(imports: readonly Import[]): Import[] {
  return imports.filter(
    ({ from, to }) =>
      !to.endsWith("/index.ts") && !(moduleOf(from) === "ui" && moduleOf(to) === "base"),
  );
}

/** Imports that do not point to an earlier module of the list. */
export function upwards(imports: readonly Import[], order: readonly string[]): Import[] {
  const rank = (path: string) => order.indexOf(moduleOf(path));
  return imports.filter(
    ({ from, to }) => rank(to) === -1 || rank(from) === -1 || rank(to) >= rank(from),
  );
}

/** Pages get properties; they read nothing and wait for nothing. */
export function pagesThatRead(sources: readonly Source[]): string[] {
  return sources
    .filter(({ path }) => path.includes("/pages/"))
    .filter(({ text }) =>
      /\bawait\b|\b(row|rows|execute)\(|^import \{[^}]*\} from "\.\.\/queries/m.test(text),
    )
    .map(({ path }) => path);
}

/** What only one file may do. */
export function forbiddenWords(sources: readonly Source[]): string[] {
  return sources
    .filter(({ text }) => /dangerouslySetInnerHTML|\sstyle=[{"]|\bonclick=/i.test(text))
    .map(({ path }) => path);
}
