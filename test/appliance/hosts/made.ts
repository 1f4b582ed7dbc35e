import { appendFileSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { rmdirSync } from "node:fs";
import { join } from "node:path";
import { end } from "../../../installer/local/processes.ts";
import { ask, must } from "./command.ts";
import { until } from "./until.ts";

/**
 * What a run makes on this machine, written down before it is made, so that a later run can undo it.
 * INVARIANT: only what stands in such a note is ended, unmounted or removed.
 */
type Made =
  | { readonly kind: "namespace"; readonly name: string }
  | { readonly kind: "mount"; readonly path: string }
  | { readonly kind: "cgroup"; readonly name: string };

const noteName = "made.jsonl";

/** The controllers of cgroup v1 and the two trees of systemd; those this machine has. */
export const cgroupTrees = ["systemd", "unified", "memory", "pids", "cpu", "blkio"]
  .map((tree) => `/sys/fs/cgroup/${tree}`)
  .filter((path) => existsSync(path));

export function noteMade(folder: string, made: Made): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  appendFileSync(join(folder, noteName), `${JSON.stringify(made)}\n`);
}

/** First whoever runs, then what he holds. */
const order: readonly Made["kind"][] = ["namespace", "mount", "cgroup"];

/** Undoes what the note in this folder says, of each kind the last things first, and removes the folder. */
export async function undo(folder: string): Promise<void> {
  const file = join(folder, noteName);
  const lines = existsSync(file) ? readFileSync(file, "utf8").trim().split("\n") : [];
  const made = lines.toReversed().flatMap(wholeNote);
  for (const kind of order) {
    for (const one of made.filter((each) => each.kind === kind)) {
      await undoOne(one);
    }
  }
  rmSync(folder, { recursive: true, force: true });
}

/** A process that was killed while it wrote a line down had made nothing of it yet. */
function wholeNote(line: string): Made[] {
  return line.endsWith("}") ? [JSON.parse(line) as Made] : [];
}

async function undoOne(made: Made): Promise<void> {
  if (made.kind === "namespace") {
    await removeNamespace(made.name);
  } else if (made.kind === "mount") {
    await unmount(made.path);
  } else {
    await removeCgroup(made.name);
  }
}

async function removeNamespace(name: string): Promise<void> {
  if (!existsSync(`/run/netns/${name}`)) {
    return;
  }
  await until({ what: `the processes of ${name} to end`, seconds: 20 }, async () => {
    const pids = (await must(["ip", "netns", "pids", name])).split("\n").filter(Boolean);
    await Promise.all(pids.map((pid) => end(Number(pid), "SIGKILL")));
    return pids.length === 0 || undefined;
  });
  await must(["ip", "netns", "del", name]);
}

/** A file system may still be held for a moment by a process that is ending. */
async function unmount(path: string): Promise<void> {
  await until({ what: `${path} to be unmounted`, seconds: 20 }, async () => {
    if ((await ask(["mountpoint", "-q", path])).code !== 0) {
      return true;
    }
    return (await ask(["umount", path])).code === 0 || undefined;
  });
}

async function removeCgroup(name: string): Promise<void> {
  const left = (): string[] => cgroupTrees.map((tree) => join(tree, name)).filter(existsSync);
  await until({ what: `the control groups of ${name} to be empty`, seconds: 20 }, () => {
    left().forEach(removeDepthFirst);
    return left().length === 0 || undefined;
  });
}

function removeDepthFirst(folder: string): void {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.isDirectory()) {
      removeDepthFirst(join(folder, entry.name));
    }
  }
  try {
    rmdirSync(folder);
  } catch {
    // Busy: asked again in a moment.
  }
}
