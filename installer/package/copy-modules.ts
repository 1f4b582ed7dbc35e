import { cpSync, existsSync, readFileSync } from "node:fs";
import { basename, join, relative } from "node:path";
import { root } from "../local/places.ts";
import { Advice } from "../local/step.mjs";
import { productionModules } from "./production-modules.ts";
import type { Module } from "./production-modules.ts";

/** Folders at the top of a package that no program reads. */
const idleFolders =
  /^(test|tests|__tests__|docs|doc|example|examples|benchmark|benchmarks|bench|coverage|man|\.github|\.vscode|\.husky)$/;

/** Files that no program reads; what bears a licence always stays. */
const idleFiles = /(\.map|\.[cm]?tsx?|\.flow|\.md|\.markdown|\.tsbuildinfo|\.musl\.node)$/i;
const idleNames =
  /^(Makefile|Gruntfile\.js|binding\.gyp|bower\.json|karma\.conf\.js|\.(npmignore|eslintrc|prettierrc|editorconfig|travis|nycrc|jshintrc|babelrc).*)$/;
const licence = /^(licen[cs]e|copying|notice|ofl)/i;

/** The only weights of the font that the product draws with. */
const idleFonts = /\/noto-sans-devanagari\/(?!400Regular|700Bold)\d00[A-Za-z]+(\/|$)/;

/** Programs for browsers beside those for Node. */
const idleBundles = /^node_modules\/(exceljs|pdfkit)\/(dist\/exceljs\.|js\/pdfkit\.standalone)/;

/** Copies the packages of production, less what nothing reads at run time. */
export function copyModules(target: string): void {
  for (const module of productionModules()) {
    refuseOther(module);
    cpSync(join(root, module.path), join(target, module.path), {
      recursive: true,
      dereference: false,
      filter: (source) => isNeeded(module, source),
    });
  }
}

function isNeeded({ path }: Module, source: string): boolean {
  const inside = relative(join(root, path), source);
  const name = basename(source);
  if (inside === "") {
    return true;
  }
  if (inside === "node_modules" || idleFolders.test(inside)) {
    return false; // what lies in a nested node_modules is a package of its own in the lockfile
  }
  const fromRoot = join(path, inside);
  const isIdle = idleFiles.test(name) || idleNames.test(name);
  return (
    (!isIdle || licence.test(name)) && !idleFonts.test(fromRoot) && !idleBundles.test(fromRoot)
  );
}

/** Copies nothing that is not what the lockfile names. */
function refuseOther({ path, version }: Module): void {
  const file = join(root, path, "package.json");
  const present = existsSync(file)
    ? (JSON.parse(readFileSync(file, "utf8")) as { version: string }).version
    : "none";
  if (present !== version) {
    throw new Advice(`${path} is ${present}, the lockfile wants ${version}: run npm install.`);
  }
}
