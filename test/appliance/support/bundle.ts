import { existsSync, mkdirSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { root } from "../../../installer/local/places.ts";
import { must } from "../hosts/index.ts";
import { applianceFolder } from "../hosts/places.ts";

/** What the bundle is made of: it is made anew when any of it was touched since. */
const sources = ["app", "installer", "systemd", "nginx", "backups", "ansible", "package-lock.json"];

const folder = join(applianceFolder, "bundle");

/** The bundle of this checkout, its signature and the key that belongs to it, made unless it is there already. */
export async function theBundle(): Promise<readonly string[]> {
  const given = process.env["SECRETARIAT_TEST_BUNDLE"];
  if (given !== undefined) {
    return filesBeside(given);
  }
  const found = tarIn(folder);
  const isFresh = found && statSync(found).mtimeMs > Math.max(...sources.map(newest));
  if (!isFresh) {
    mkdirSync(folder, { recursive: true });
    await must(["npm", "run", "bundle", "--", "--output", folder], { timeoutSeconds: 900 });
  }
  return filesBeside(tarIn(folder) ?? folder);
}

function tarIn(place: string): string | undefined {
  const names = existsSync(place) ? readdirSync(place) : [];
  const tar = names.find((name) => name.endsWith(".tar"));
  return tar === undefined ? undefined : join(place, tar);
}

function filesBeside(tar: string): readonly string[] {
  return [tar, `${tar}.minisig`, join(tar, "../secretariat.pub")];
}

function newest(name: string): number {
  const path = join(root, name);
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found?.isDirectory()) {
    return found?.mtimeMs ?? 0;
  }
  return Math.max(0, ...readdirSync(path).map((inside) => newest(join(name, inside))));
}
