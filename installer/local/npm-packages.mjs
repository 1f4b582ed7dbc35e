import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { runQuietly } from "./run-quietly.mjs";
import { Advice, step } from "./step.mjs";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** The Node 24 that npm brings: everything but this preparation runs under it. */
export const node = join(root, `node_modules/node-linux-${process.arch}/bin/node`);

/** Installs the project's npm packages when they are not those of the lockfile. */
export async function installNpmPackages() {
  if (packagesAreRight()) {
    return;
  }
  const cli = process.env["npm_execpath"];
  const npm = cli?.endsWith(".js") ? [existsSync(node) ? node : process.execPath, cli] : ["npm"];
  const advice = "See that the npm registry can be reached from here, then run the command again.";
  // Not `npm ci`: that removes every package first, under the feet of whatever else runs here,
  // and refuses a lockfile without the programs of systems that this does not run on.
  const command = [...npm, "install", "--no-save", "--prefer-offline", "--no-audit", "--no-fund"];
  await step("npm packages", () => runQuietly(command, { cwd: root, env: environment(), advice }));
  if (!existsSync(node)) {
    const wanted = "x64 or arm64 is needed";
    throw new Advice(`npm brought no Node 24 for this processor (${process.arch}); ${wanted}.`);
  }
  if (!packagesAreRight()) {
    throw new Advice("npm installed other versions than the lockfile names: run npm install once.");
  }
}

/** Compares what npm last installed with the lockfile: exact, where times of files would lie. */
function packagesAreRight() {
  const installed = join(root, "node_modules/.package-lock.json");
  if (!existsSync(node) || !existsSync(installed)) {
    return false;
  }
  const present = readPackages(installed);
  return Object.entries(readPackages(join(root, "package-lock.json"))).every(
    ([path, wanted]) => path === "" || wanted.optional || present[path]?.version === wanted.version,
  );
}

/**
 * @param {string} file
 * @returns {Record<string, { version?: string, optional?: boolean }>}
 */
function readPackages(file) {
  return JSON.parse(readFileSync(file, "utf8")).packages;
}

/** On a machine set to production npm would leave out what building needs. */
function environment() {
  const { NODE_ENV: _ignored, ...rest } = process.env;
  return { ...rest, PATH: `${dirname(node)}:${process.env["PATH"] ?? ""}` };
}
