import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { copyFile, mkdir, rm, writeFile } from "node:fs/promises";
import { basename, join, relative } from "node:path";
import { promisify } from "node:util";
import { build as bundle } from "esbuild";
import type { Metafile } from "esbuild";
import { projectFile, projectRoot } from "../app/base/paths.ts";

const folder = projectFile("build");
const seal = projectFile("build/inputs.sha256");
const parts = ["app", "installer", "backups"];

/** Compiles the server to plain JavaScript and bundles what browsers fetch, unless nothing has changed. */
export async function build(): Promise<void> {
  const inputs = fingerprint();
  if (existsSync(seal) && readFileSync(seal, "utf8") === inputs) {
    return;
  }
  await rm(seal, { force: true });
  await buildInto(folder, inputs);
}

/** Builds everything into a folder, whatever lies there; its seal names the sources it was made from. */
export async function buildInto(target: string, inputs = fingerprint()): Promise<void> {
  await Promise.all([buildServer(target), buildAssets(join(target, "assets"))]);
  await writeFile(join(target, basename(seal)), inputs);
}

/** Types are judged by `npm run check`; here they are only taken out. */
async function buildServer(target: string): Promise<void> {
  await Promise.all(parts.map((part) => rm(join(target, part), { recursive: true, force: true })));
  const tsc = projectFile("node_modules/typescript/bin/tsc");
  const settings = ["-p", projectFile("installer/tsconfig.build.json"), "--outDir", target];
  await promisify(execFile)(process.execPath, [tsc, ...settings]);
}

async function buildAssets(assetsFolder: string): Promise<void> {
  await rm(assetsFolder, { recursive: true, force: true });
  await mkdir(assetsFolder, { recursive: true });
  const editor = projectFile("app/browser/note-editor.ts");
  const { metafile } = await bundle({
    entryPoints: [
      projectFile("app/browser/main.ts"),
      projectFile("app/browser/passkey.ts"),
      ...(existsSync(editor) ? [editor] : []),
      projectFile("app/ui/app.css"),
    ],
    absWorkingDir: projectFile("."),
    outdir: assetsFolder,
    bundle: true,
    minify: true,
    format: "esm",
    target: ["chrome109", "firefox115", "safari16"],
    entryNames: "[name]-[hash]",
    assetNames: "[name]-[hash]",
    loader: { ".woff2": "file" },
    publicPath: "/assets",
    metafile: true,
    logLevel: "warning",
  });
  const manifest = { ...manifestOf(metafile), ...(await copyIcon(assetsFolder)) };
  await writeFile(join(assetsFolder, "manifest.json"), JSON.stringify(manifest, null, 2));
}

/** Maps each asset's plain name to the name that carries its content's hash. */
function manifestOf({ outputs }: Metafile): Record<string, string> {
  return Object.fromEntries(
    Object.keys(outputs).map((path) => {
      const name = basename(path);
      return [name.replace(/-[A-Z0-9]{8}(\.\w+)$/, "$1"), name];
    }),
  );
}

async function copyIcon(assetsFolder: string): Promise<Record<string, string>> {
  const source = projectFile("app/ui/icon.svg");
  const hash = createHash("sha256").update(readFileSync(source)).digest("hex").slice(0, 8);
  const name = `icon-${hash}.svg`;
  await copyFile(source, join(assetsFolder, name));
  return { "icon.svg": name };
}

/** One hash over every source file and the list of packages. */
function fingerprint(): string {
  const sources = parts
    .map(projectFile)
    .flatMap((part) =>
      (existsSync(part) ? readdirSync(part, { recursive: true, withFileTypes: true }) : [])
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name)),
    );
  const hash = createHash("sha256");
  for (const path of [
    ...sources.toSorted(),
    ...["package-lock.json", "tsconfig.json"].map(projectFile),
  ]) {
    hash.update(relative(projectRoot, path)).update(readFileSync(path));
  }
  return hash.digest("hex");
}

if (import.meta.main) {
  await build();
}
