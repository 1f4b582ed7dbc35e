import { spawnSync } from "node:child_process";
import { chownSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { postgresBinaries } from "./postgres-binaries.ts";
import { serviceUser } from "./service-user.ts";

interface NewCluster {
  readonly data: string;
  readonly password: string;
  readonly fsync: boolean;
}

/** Makes an empty database cluster, whole or not at all; every connection needs a password. */
export async function createCluster({ data, password, fsync }: NewCluster): Promise<void> {
  const unfinished = `${data}.new`;
  const passwordFile = join(dirname(data), "password");
  const user = serviceUser();
  rmSync(unfinished, { recursive: true, force: true });
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (user) {
    chownSync(passwordFile, user.uid, user.gid);
  }
  const access = ["-U", "postgres", "--auth=scram-sha-256", `--pwfile=${passwordFile}`];
  const text = ["--encoding=UTF8", "--locale=C.UTF-8"];
  const options = ["-D", unfinished, ...access, ...text, ...(fsync ? [] : ["--no-sync"])];
  const initdb = join(postgresBinaries(data), "initdb");
  const env = { PATH: "/usr/bin:/bin", LANG: "C.UTF-8" };
  const made = spawnSync(initdb, options, { ...user, cwd: "/", env, encoding: "utf8" });
  rmSync(passwordFile);
  if (made.status !== 0) {
    throw new Error(`initdb could not make ${data}:\n${made.stderr}`);
  }
  renameSync(unfinished, data);
}
