import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../local/places.ts";
import { Advice } from "../local/step.mjs";
import { isVersion } from "../upgrade/compare-versions.ts";
import { run } from "./run.ts";

/** What is being packed: the same version and date give the same bytes. */
export interface Release {
  readonly version: string;
  /** Seconds since 1970; every file in every package bears this time. */
  readonly date: number;
}

/** The version of package.json, or another one that is asked for; the date of the last commit. */
export async function releaseOf(wished?: string): Promise<Release> {
  const version = wished ?? ownVersion();
  if (!isVersion(version)) {
    throw new Advice(`${version} is no version; write one like 1.4.0 or 1.5.0-rc.1.`);
  }
  const given = process.env["SOURCE_DATE_EPOCH"];
  const date = Number(given ?? (await run(["git", "log", "-1", "--format=%ct"])).toString());
  return { version, date };
}

/** Packages bear the version in their names, as kernels do, so that two releases stand side by side. */
export function packageName({ version }: Release): string {
  return `secretariat-${version}`;
}

/** Debian and RPM sort `1.5.0~rc.1` before `1.5.0`, as is meant. */
export function packageVersion({ version }: Release): string {
  return version.replace("-", "~");
}

/** Where a release lies on a host. */
export function releaseFolder({ version }: Release): string {
  return `/opt/secretariat/releases/${version}`;
}

function ownVersion(): string {
  const text = readFileSync(join(root, "package.json"), "utf8");
  return (JSON.parse(text) as { version: string }).version;
}
