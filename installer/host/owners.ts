import { readFileSync } from "node:fs";

/** The number of a user or group by its name; undefined while it does not exist. */
export function userId(name: string): number | undefined {
  return numberOf("/etc/passwd", name);
}

export function groupId(name: string): number | undefined {
  return numberOf("/etc/group", name);
}

export interface Ownership {
  readonly owner: string;
  readonly group: string;
}

/** Both numbers, for a change of owner that must succeed. */
export function ownership({ owner, group }: Ownership): { uid: number; gid: number } {
  const [uid, gid] = [userId(owner), groupId(group)];
  if (uid === undefined || gid === undefined) {
    throw new Error(`There is no user ${owner} or no group ${group} on this machine`);
  }
  return { uid, gid };
}

function numberOf(file: string, name: string): number | undefined {
  const line = readFileSync(file, "utf8")
    .split("\n")
    .find((one) => one.startsWith(`${name}:`));
  return line === undefined ? undefined : Number(line.split(":")[2]);
}
