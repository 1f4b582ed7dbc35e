import { readFile } from "node:fs/promises";
import { capture } from "./run.ts";

/** Installed packages of which this list of an apt archive has a newer version. One that is not there has none. */
export async function packagesBehind(list: string): Promise<readonly string[]> {
  const brought = versionsIn(await readFile(list, "utf8").catch(() => ""));
  const { output } = await capture(["dpkg-query", "--show"]);
  const installed = new Map(output.split("\n").map(pair));
  const behind = new Set<string>();
  for (const [name, version] of brought) {
    const present = installed.get(name);
    if (present !== undefined && present !== version && (await isNewer(version, present))) {
      behind.add(name);
    }
  }
  return [...behind];
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
