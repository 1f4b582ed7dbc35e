import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { root } from "../local/places.ts";
import { findSecrets, type Finding } from "./find-secrets.ts";

interface Allowed {
  readonly path: string;
  readonly digest: string;
  readonly why: string;
}

const largest = 5_000_000;
const allowedFile = join(root, "installer/secrets-scan/allowed.json");
/** Digests of public packages stand there, a thousand of them. */
const isPublic = (path: string): boolean => path === "package-lock.json";

export interface Scan {
  readonly looked: number;
  readonly findings: readonly Finding[];
  /** Reviewed findings that are not there any more. */
  readonly stale: readonly Allowed[];
}

/** Looks through every file that is, or would be, in the repository. */
export function scanRepository(): Scan {
  const paths = trackedFiles().filter((path) => !isPublic(path));
  const found = paths.flatMap((path) => findSecrets(path, textOf(join(root, path))));
  const allowed = JSON.parse(readFileSync(allowedFile, "utf8")) as readonly Allowed[];
  const isSame = (one: Allowed, { path, digest }: Finding) =>
    one.path === path && one.digest === digest;
  return {
    looked: paths.length,
    findings: found.filter((finding) => !allowed.some((one) => isSame(one, finding))),
    stale: allowed.filter((one) => !found.some((finding) => isSame(one, finding))),
  };
}

/** Looks through every line that was ever added. */
export function scanHistory(): Scan {
  const log = spawnSync(
    "git",
    ["log", "--all", "-p", "--unified=0", "--no-color", "--format=commit %H"],
    {
      cwd: root,
      encoding: "utf8",
      maxBuffer: 2 ** 30,
    },
  );
  if (log.status !== 0) {
    throw new Error(`The history cannot be read: ${log.stderr}`);
  }
  const allowed = JSON.parse(readFileSync(allowedFile, "utf8")) as readonly Allowed[];
  const parts = log.stdout.split(/^diff --git /m).slice(1);
  const findings = parts.flatMap((part) => {
    const path = /^a\/(.+?) b\//.exec(part)?.[1] ?? "?";
    const added = part.split("\n").filter((line) => /^\+(?!\+\+ )/.test(line));
    return isPublic(path) ? [] : findSecrets(path, added.join("\n"));
  });
  return {
    looked: parts.length,
    findings: findings.filter(({ digest }) => !allowed.some((one) => one.digest === digest)),
    stale: [],
  };
}

function trackedFiles(): string[] {
  const listed = spawnSync(
    "git",
    ["ls-files", "-z", "--cached", "--others", "--exclude-standard"],
    {
      cwd: root,
      encoding: "utf8",
      maxBuffer: 2 ** 26,
    },
  );
  const names = listed.status === 0 ? listed.stdout.split("\0") : filesBelow(root);
  return [...new Set(names)].filter((name) => name !== "" && existsSync(join(root, name)));
}

/** A copy without its history has no list: everything but what is made or brought. */
function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      return ["node_modules", "var", "build", ".git"].includes(entry.name) ? [] : filesBelow(path);
    }
    return [relative(root, path)];
  });
}

/** Of what is no text only what can be read as text is looked at. */
function textOf(path: string): string {
  const bytes = readFileSync(path);
  return bytes.length > largest ? "" : bytes.toString("latin1");
}
