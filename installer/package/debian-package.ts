import { chmodSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { packageName, packageVersion, releaseFolder } from "./release.ts";
import type { Release } from "./release.ts";
import { run } from "./run.ts";
import { sealTree, sizeOf } from "./seal-tree.ts";

/** Smaller than this costs minutes, for a few megabytes. */
const compression = ["-Zzstd", "-z6", "--threads-max=1"];

/** The name of the Debian package's file. */
export function debianFile(release: Release): string {
  return `${packageName(release)}_${packageVersion(release)}_amd64.deb`;
}

/** Packs a folder that holds `opt/secretariat/…`; the same folder gives the same bytes. */
export async function packDebian(packing: string, release: Release, target: string): Promise<void> {
  const scripts = join(packing, "DEBIAN");
  mkdirSync(scripts);
  writeFileSync(join(scripts, "control"), control(release, sizeOf(join(packing, "opt"))));
  writeFileSync(join(scripts, "prerm"), refuseRemoval(release));
  sealTree(packing, release.date);
  chmodSync(join(scripts, "prerm"), 0o755);
  await run(["dpkg-deb", "--root-owner-group", ...compression, "--build", packing, target], {
    env: { SOURCE_DATE_EPOCH: String(release.date) },
  });
}

function control(release: Release, kibibytes: number): string {
  return `Package: ${packageName(release)}
Version: ${packageVersion(release)}
Architecture: amd64
Maintainer: Digital Secretariat <secretariat@localhost>
Installed-Size: ${kibibytes}
Depends: libc6 (>= 2.36), libstdc++6 (>= 12)
Provides: secretariat
Section: web
Priority: optional
Description: Digital Secretariat, release ${release.version}
 Files, letters, notes and decisions of a state secretariat, in Hindi and
 English. Releases lie side by side in /opt/secretariat/releases; which of
 them is in use is for the command secretariat to decide, not for dpkg.
`;
}

/** dpkg must not take away the floor under a running office. */
function refuseRemoval(release: Release): string {
  return `#!/bin/sh
set -e
if [ "$1" = remove ] && [ "$(readlink -f /opt/secretariat/current)" = ${releaseFolder(release)} ]; then
  echo "This release is in use: move to another with 'secretariat upgrade' first." >&2
  exit 1
fi
`;
}
