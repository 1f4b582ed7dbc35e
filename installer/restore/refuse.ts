import { realpath } from "node:fs/promises";
import { sep } from "node:path";
import type { Manifest } from "../../backups/manifest/manifest.ts";
import { exit } from "../command/exit-codes.ts";
import { Halt } from "../command/halt.ts";
import { isBeingRestored } from "../install/is-being-restored.ts";
import { installedVersion } from "../install/installed-version.ts";
import { compareVersions } from "../upgrade/compare-versions.ts";
import { words } from "../words.ts";

/** Over an office that is there the command restores, which keeps what was. */
export async function refuseLiving(): Promise<void> {
  if ((await installedVersion()) !== undefined && !(await isBeingRestored())) {
    throw new Halt(exit.notPermittedHere, living);
  }
}

/** An older release would serve tables it knows nothing of. */
export function refuseOlderRelease(sets: readonly Manifest[], version: string): void {
  const newest = sets.at(-1)?.versions.product;
  if (newest !== undefined && compareVersions(newest, version) > 0) {
    throw new Halt(exit.notPermittedHere, older, { newest, version });
  }
}

/** A copy of a folder into itself has no end. */
export async function refuseNested(from: string, folder: string): Promise<void> {
  const source = await realpath(from).catch(() => {
    throw new Halt(exit.usage, noFolder, { from });
  });
  const target = await realpath(folder).catch(() => folder);
  const within = (one: string, other: string): boolean => `${one}/`.startsWith(`${other}${sep}`);
  if (source !== target && (within(source, target) || within(target, source))) {
    throw new Halt(exit.usage, nested, { from, folder });
  }
}

const living = words({
  hi: "यहाँ एक कार्यालय स्थापित है। उसे लौटाने के लिए: secretariat restore run",
  en: "An office is installed here. To restore that one: secretariat restore run",
});
const older = words({
  hi: "बैकअप संस्करण {newest} का है और यह बंडल {version} का: उसी या नए संस्करण का बंडल लाएँ।",
  en: "The backups are of release {newest} and this bundle is {version}: bring a bundle of that release or a later one.",
});
const noFolder = words({
  hi: "बैकअप का फ़ोल्डर {from} नहीं मिला।",
  en: "The folder of the backups, {from}, is not there.",
});
const nested = words({
  hi: "{from} और {folder} एक-दूसरे के भीतर हैं: बैकअप को कहीं और रखें, या ठीक उसी फ़ोल्डर में।",
  en: "{from} and {folder} lie within each other: put the backups elsewhere, or into that very folder.",
});
