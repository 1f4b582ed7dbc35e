import { installPackages } from "./debian-packages.mjs";
import { installNpmPackages } from "./npm-packages.mjs";
import { Advice } from "./step.mjs";

/**
 * Makes this machine ready for a task: Debian packages and npm packages, each only when missing.
 * @param {string} task
 */
export async function prepare(task) {
  if (Number.parseInt(process.versions.node, 10) < 20) {
    throw new Advice(`Node 20 or newer is needed; this is ${process.version}.`);
  }
  if (process.platform !== "linux") {
    throw new Advice("This runs on Linux: Debian 12 or one of its relatives.");
  }
  // Both download and unpack: side by side they take the time of the longer one.
  await Promise.all([installPackages(task), installNpmPackages()]);
}
