import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../local/places.ts";

interface Locked {
  readonly version: string;
  readonly license?: string;
  readonly dev?: boolean;
  readonly devOptional?: boolean;
  readonly os?: readonly string[];
  readonly cpu?: readonly string[];
}

/** One npm package as it lies in `node_modules`. */
export interface Module {
  /** Its folder from the project's root: `node_modules/koa`. */
  readonly path: string;
  readonly name: string;
  readonly version: string;
  readonly licence: string;
}

/** What only the build reads: its results lie in `build/assets`. */
const bundled = /^node_modules\/(@fontsource\/|htmx\.org$|@simplewebauthn\/browser$)/;

/** Types are for the compiler; Node itself goes to `runtime/`. */
const needless = /(^|\/)node_modules\/(@types\/|node-linux-)/;

/** The packages that go with the product to a host (Linux, amd64), by the lockfile. */
export function productionModules(): readonly Module[] {
  return lockedForProduction().filter(({ path }) => !bundled.test(path) && !needless.test(path));
}

/** Every package whose work is in the release, also those that were bundled for browsers, and Node. */
export function lockedForProduction(): readonly Module[] {
  const text = readFileSync(join(root, "package-lock.json"), "utf8");
  const { packages } = JSON.parse(text) as { packages: Readonly<Record<string, Locked>> };
  return Object.entries(packages)
    .filter(([path, locked]) => path !== "" && !locked.dev && !locked.devOptional && fits(locked))
    .map(([path, { version, license = "" }]) => {
      return { path, name: path.replace(/^.*node_modules\//, ""), version, licence: license };
    })
    .toSorted((a, b) => (a.path < b.path ? -1 : 1));
}

function fits({ os = ["linux"], cpu = ["x64"] }: Locked): boolean {
  return os.includes("linux") && cpu.includes("x64");
}
