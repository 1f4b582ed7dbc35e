import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../local/places.ts";
import { compareVersions } from "../upgrade/compare-versions.ts";

/** One release of the path: from which release on one may move to it, and which stops it makes needless. */
interface Stop {
  readonly version: string;
  readonly minFrom: string;
  readonly supersedes: readonly string[];
  /** The oldest last migration its program works on; without it the one it brings. */
  readonly readsSchema?: string;
}

export const ownPath = join(root, "installer/bundle/upgrade-path.json");

/** What the path says of a release; one that it does not know follows the latest before it. */
export function stopOf(version: string, path = ownPath): Stop {
  const { releases } = JSON.parse(readFileSync(path, "utf8")) as {
    readonly releases: readonly Stop[];
  };
  const known = releases.find((each) => each.version === version);
  const earlier = releases.filter((each) => compareVersions(each.version, version) < 0).at(-1);
  return known ?? { version, minFrom: earlier?.version ?? version, supersedes: [] };
}
