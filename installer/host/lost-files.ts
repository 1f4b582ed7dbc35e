import { createHash } from "node:crypto";
import { statSync } from "node:fs";
import { join } from "node:path";
import { capture, mustRun } from "./run.ts";

/** A file of an installed package that is not as the package brought it. */
export interface LostFile {
  readonly path: string;
  readonly owner: string;
  /** An empty setting that dpkg knows with its content: it passes for the administrator's wish and would stay. */
  readonly passesForWish: boolean;
}

type Found = Omit<LostFile, "owner">;

/** Left out by hosts that keep no documentation; nothing runs from there. */
const unneeded = /^\/usr\/share\/(?:doc|info|lintian|locale|man)(?:\/|$)/;

/**
 * What a power cut lost or emptied of the installed packages. dpkg does not write new settings through to the disk: it
 * counts a package as installed whose settings were emptied afterwards, or even before it put them in their place.
 */
export async function lostFiles(root = "/"): Promise<readonly LostFile[]> {
  const lost = (await Promise.all([differing(root), takenEmpty(root)])).flat();
  return Promise.all(
    lost.map(async (file) => ({ ...file, owner: await ownerOf(file.path, root) })),
  );
}

/** Lines such as `missing   c /etc/init.d/chrony` or `??5??????   /usr/bin/age`. A setting may be changed, not empty. */
async function differing(root: string): Promise<readonly Found[]> {
  const { output } = await capture(["dpkg", `--root=${root}`, "--verify"], { timeoutSeconds: 600 });
  return [...output.matchAll(/^\S+ +(c )?(\/.+)$/gm)]
    .map(([, mark, path = ""]) => ({ path, passesForWish: mark !== undefined }))
    .filter(({ path }) => !unneeded.test(path))
    .filter(({ path, passesForWish }) => !passesForWish || isEmpty(join(root, path)));
}

/** Settings that were empty already when dpkg put them in their place: to `dpkg --verify` they are right. */
async function takenEmpty(root: string): Promise<readonly Found[]> {
  const md5OfNothing = createHash("md5").digest("hex");
  const show = ["dpkg-query", `--root=${root}`, "--show", "--showformat=${Conffiles}\\n"];
  return [...(await mustRun(show)).matchAll(/^ (\/.+) ([0-9a-f]{32})$/gm)]
    .filter(([, path = "", md5]) => md5 === md5OfNothing && isEmpty(join(root, path)))
    .map(([, path = ""]) => ({ path, passesForWish: false }));
}

function isEmpty(path: string): boolean {
  return !statSync(path, { throwIfNoEntry: false })?.size;
}

async function ownerOf(path: string, root: string): Promise<string> {
  const told = await mustRun(["dpkg-query", `--root=${root}`, "--search", path]);
  const owners = told.split("\n").filter((line) => !line.startsWith("diversion "));
  return owners[0]?.split(/[:,]/)[0] ?? "";
}
