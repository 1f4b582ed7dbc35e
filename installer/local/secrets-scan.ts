import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { findTraces, type Canary } from "../secrets-scan/find-traces.ts";
import { scanHistory, scanRepository } from "../secrets-scan/scan-repository.ts";
import { varFolder } from "./places.ts";
import { say } from "./step.mjs";

/**
 * Looks for secrets in the repository (with `--history` also in every line it ever had) and for the real secrets of
 * the local installation in its logs and its documents. Answers 1 where there are any.
 */
export function secretsScan(args: readonly string[]): number {
  const scan = scanRepository();
  const history = args.includes("--history")
    ? scanHistory()
    : { looked: 0, findings: [], stale: [] };
  const traces = tracesOfInstallation();
  for (const { path, line, rule, digest } of [...scan.findings, ...history.findings]) {
    say(`  ✗ ${path}:${line}: ${rule} (${digest})`);
  }
  for (const { path, digest } of scan.stale) {
    say(`  ✗ allowed.json: ${path} has no ${digest} any more`);
  }
  for (const { path, name } of traces.found) {
    say(`  ✗ ${path}: holds ${name}`);
  }
  const looked = { files: scan.looked, changes: history.looked, traces: traces.looked };
  const found =
    scan.findings.length + scan.stale.length + history.findings.length + traces.found.length;
  console.log(JSON.stringify({ ...looked, found }));
  return found === 0 ? 0 : 1;
}

interface Traces {
  readonly looked: number;
  readonly found: readonly { readonly path: string; readonly name: string }[];
}

/** The passwords and keys that `npm start` uses, looked for where they must not be. */
function tracesOfInstallation(): Traces {
  const secrets = [...passwords(), ...keys()];
  const files = ["log", "documents"].flatMap((name) => filesBelow(join(varFolder, name)));
  const found = files.flatMap((path) =>
    findTraces(readFileSync(path), secrets).map((name) => ({ path, name })),
  );
  return { looked: secrets.length === 0 ? 0 : files.length, found };
}

function passwords(): Canary[] {
  const file = join(varFolder, "secrets.json");
  const known = existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as object) : {};
  return Object.entries(known).map(([name, text]) => ({
    name: `the password ${name}`,
    text: String(text),
  }));
}

function keys(): Canary[] {
  return filesBelow(join(varFolder, "keys"))
    .filter((path) => path.endsWith(".key") && statSync(path).size >= 16)
    .map((path) => ({ name: `the key ${path}`, text: readFileSync(path) }));
}

function filesBelow(folder: string): string[] {
  return existsSync(folder)
    ? readdirSync(folder, { withFileTypes: true, recursive: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name))
    : [];
}
