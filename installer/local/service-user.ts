import { readFileSync } from "node:fs";

export interface ServiceUser {
  readonly uid: number;
  readonly gid: number;
}

/** Postgres refuses to run as root: then the servers run as the first of these that exists. */
const candidates = ["postgres", "nobody"];

/** Whom the private servers run as; undefined when that is ourselves. */
export function serviceUser(): ServiceUser | undefined {
  if (process.getuid?.() !== 0) {
    return undefined;
  }
  const users = readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .map((line) => line.split(":"));
  const found = candidates.map((name) => users.find((user) => user[0] === name)).find(Boolean);
  return found && { uid: Number(found[2]), gid: Number(found[3]) };
}
