import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { capture } from "../../host/index.ts";
import { places } from "../../places.ts";

/** Of how many installed packages a bundle on this machine carries a newer version; nothing where none is known. */
export async function packagesBehind(folder: string = places.bundle): Promise<number | undefined> {
  const lists = await Promise.all(
    (await readdir(folder).catch(() => [])).map((name) =>
      readFile(join(folder, name, "apt/Packages"), "utf8").catch(() => ""),
    ),
  );
  const brought = lists.flatMap(versionsIn);
  const { code, output } = await capture(["dpkg-query", "--show"]);
  if (brought.length === 0 || code !== 0) {
    return undefined;
  }
  const installed = new Map(output.split("\n").map(pair));
  const behind = new Set<string>();
  for (const [name, version] of brought) {
    const present = installed.get(name);
    if (present !== undefined && present !== version && (await isNewer(version, present))) {
      behind.add(name);
    }
  }
  return behind.size;
}

function pair(line: string): [name: string, version: string] {
  const [name = "", version = ""] = line.split("\t");
  return [name.replace(/:.*/, ""), version];
}

/** Our own package carries its version in its name, so it is never behind. */
function versionsIn(list: string): readonly (readonly [string, string])[] {
  return list.split("\n\n").map((entry) => [field(entry, "Package"), field(entry, "Version")]);
}

function field(entry: string, name: string): string {
  return new RegExp(`^${name}: (.*)$`, "m").exec(entry)?.[1] ?? "";
}

async function isNewer(version: string, present: string): Promise<boolean> {
  return (await capture(["dpkg", "--compare-versions", version, "gt", present])).code === 0;
}
