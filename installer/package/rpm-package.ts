import { mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { packageName, packageVersion, releaseFolder } from "./release.ts";
import type { Release } from "./release.ts";
import { run } from "./run.ts";

/** The name of the RPM package's file. */
export function rpmFile(release: Release): string {
  return `${packageName(release)}-${packageVersion(release)}-1.x86_64.rpm`;
}

/** Packs the same folder for RPM. It can be built and listed on Debian, not installed. */
export async function packRpm(packing: string, release: Release, target: string): Promise<void> {
  const work = `${packing}.rpm`;
  mkdirSync(join(work, "buildroot"), { recursive: true });
  writeFileSync(join(work, "package.spec"), specification(release));
  renameSync(join(packing, "opt"), join(work, "buildroot/opt"));
  const places = ["--define", `_topdir ${work}`, "--buildroot", join(work, "buildroot")];
  try {
    await run(["rpmbuild", "-bb", "--noclean", ...places, join(work, "package.spec")], {
      env: { SOURCE_DATE_EPOCH: String(release.date) },
    });
  } finally {
    renameSync(join(work, "buildroot/opt"), join(packing, "opt"));
  }
  renameSync(join(work, "RPMS/x86_64", rpmFile(release)), target);
  rmSync(work, { recursive: true });
}

function specification(release: Release): string {
  return `%define __os_install_post %{nil}
%define __spec_install_pre %{nil}
%define _build_id_links none
%define debug_package %{nil}
%define _binary_payload w3.zstdio
%define _buildhost secretariat
%define use_source_date_epoch_as_buildtime 1
%define clamp_mtime_to_source_date_epoch 1
Name: ${packageName(release)}
Version: ${packageVersion(release)}
Release: 1
Summary: Digital Secretariat, release ${release.version}
License: Proprietary
BuildArch: x86_64
AutoReqProv: no
Requires: glibc >= 2.34, libstdc++
Provides: secretariat
%description
Files, letters, notes and decisions of a state secretariat, in Hindi and English.
%install
%clean
%preun
if [ "$1" = 0 ] && [ "$(readlink -f /opt/secretariat/current)" = ${releaseFolder(release)} ]; then
  echo "This release is in use: move to another with 'secretariat upgrade' first." >&2
  exit 1
fi
%files
%defattr(-,root,root)
%dir /opt/secretariat
%dir /opt/secretariat/releases
${releaseFolder(release)}
`;
}
