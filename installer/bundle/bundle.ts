import { statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { buildFolder, varFolder } from "../local/places.ts";
import { say, step } from "../local/step.mjs";
import { makePackages } from "../package/package.ts";
import { releaseOf } from "../package/release.ts";
import { makeBundle } from "./make-bundle.ts";
import { updateLock } from "./debian-lock.ts";
import { fingerprintOf } from "./minisign.ts";
import { hasReleaseKeys, makeReleaseKeys, publicKeyFile, readReleaseKeys } from "./release-keys.ts";

/** `npm run bundle`: everything an administrator carries in, as one signed file. */
export async function bundleTask(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      version: { type: "string" },
      output: { type: "string", default: join(buildFolder, "packages") },
      "signing-key": { type: "string" },
      rpm: { type: "boolean", default: false },
      "update-lock": { type: "boolean", default: false },
    },
  });
  if (values["update-lock"]) {
    await step("Debian packages", updateLock);
  }
  const release = await releaseOf(values.version);
  const { output, rpm } = values;
  const { deb } = await makePackages({ release, output, rpm });
  const keys = await keysIn(values["signing-key"]);
  const bundle = await step("Bundle", () => makeBundle({ release, deb, output, keys }));
  writeFileSync(join(output, "secretariat.pub"), publicKeyFile(keys.open));
  say(`  ${bundle} (${(statSync(bundle).size / 1e6).toFixed(1)} MB)`);
  say(`  Key: ${fingerprintOf(keys.open)}`);
  return 0;
}

/** Without a release officer's folder, keys of this checkout that nobody else trusts. */
async function keysIn(given: string | undefined): Promise<ReturnType<typeof readReleaseKeys>> {
  const folder = given ?? join(varFolder, "release-keys");
  if (given === undefined && !hasReleaseKeys(folder)) {
    await step("Keys for trying things out", () => makeReleaseKeys(folder));
  }
  return readReleaseKeys(folder);
}
