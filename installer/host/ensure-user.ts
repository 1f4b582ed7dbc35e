import { readFileSync } from "node:fs";
import type { Host } from "./host.ts";
import { userId } from "./owners.ts";
import { capture, mustRun } from "./run.ts";

export interface WantedUser {
  readonly name: string;
  readonly home: string;
  readonly groups?: readonly string[];
}

/** Makes a user of the system, who can sign in nowhere, and puts it into its groups. */
export async function ensureUser(host: Host, wanted: WantedUser): Promise<boolean> {
  const { name, home, groups = [] } = wanted;
  const isNew = userId(name) === undefined;
  if (isNew) {
    if (!host.isCheck) {
      await mustRun([
        "useradd",
        "--system",
        "--user-group",
        "--no-create-home",
        "--home-dir",
        home,
        "--shell",
        "/usr/sbin/nologin",
        name,
      ]);
    }
    host.note({ what: `user ${name}` });
  }
  const missing = groups.filter((group) => !membersOf(group).includes(name));
  for (const group of missing) {
    if (!host.isCheck) {
      await capture(["groupadd", "--system", "--force", group]);
      await mustRun(["usermod", "--append", "--groups", group, name]);
    }
    host.note({ what: `user ${name} in group ${group}` });
  }
  return isNew || missing.length > 0;
}

function membersOf(group: string): readonly string[] {
  const line = readFileSync("/etc/group", "utf8")
    .split("\n")
    .find((one) => one.startsWith(`${group}:`));
  return line?.split(":")[3]?.split(",") ?? [];
}
