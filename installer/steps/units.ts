import { readdirSync, readFileSync, statSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import {
  act,
  ensureAbsent,
  ensureDirectory,
  ensureFile,
  mustRun,
  type Host,
} from "../host/index.ts";
import type { Site } from "../site/index.ts";
import { words } from "../words.ts";
import type { Step } from "./step.ts";
import { unitFiles, unitFolder } from "./unit-files.ts";

/** Units, timers and their drop-ins; what a release no longer brings goes. */
export const unitsStep: Step = {
  id: "units",
  title: words({ hi: "systemd इकाइयाँ", en: "Units of systemd" }),
  async apply(host, { release, site, isBroken = false }) {
    const source = join(release, "systemd");
    const before = host.changes.length;
    await writeUnits(host, source, site);
    if ((host.changes.length > before || isBroken) && !host.isCheck) {
      await mustRun(["systemctl", "daemon-reload"]);
    }
    const sysusers = ["systemd-sysusers"];
    const tmpfiles = ["systemd-tmpfiles", "--create"];
    await lend(host, { folder: join(source, "sysusers.d"), takeUp: sysusers, isBroken });
    await lend(host, { folder: join(source, "tmpfiles.d"), takeUp: tmpfiles, isBroken });
  },
};

async function writeUnits(host: Host, source: string, site: Site): Promise<void> {
  const wanted = await unitFiles(source, site);
  for (const [path, content] of wanted) {
    await ensureDirectory(host, { path: dirname(path), mode: 0o755 });
    await ensureFile(host, { path, content });
  }
  for (const path of present().filter((one) => !wanted.has(one))) {
    await ensureAbsent(host, path);
  }
}

/** Files that carry our name, units and drop-ins alike; links are systemd's own. */
function present(): readonly string[] {
  return readdirSync(unitFolder)
    .filter((name) => name.startsWith("secretariat") && !name.endsWith(".wants"))
    .flatMap((name) => {
      const path = join(unitFolder, name);
      return statSync(path).isDirectory()
        ? readdirSync(path).map((inner) => join(path, inner))
        : [path];
    })
    .filter((path) => ours.test(path));
}

/** What an administrator adds under a name of his own stays. */
const ours =
  /\.(?:service|timer|slice|target|socket)$|\/(?:10-addresses|20-credentials|30-size|40-backups)\.conf$/;

interface Lent {
  readonly folder: string;
  readonly takeUp: readonly string[];
  readonly isBroken: boolean;
}

/** Lays files into /usr/lib and has them taken up at once; after a restart systemd does it. */
async function lend(host: Host, { folder, takeUp, isBroken }: Lent): Promise<void> {
  for (const name of readdirSync(folder)) {
    const path = join("/usr/lib", basename(folder), name);
    const content = readFileSync(join(folder, name));
    const isChanged = await ensureFile(host, { path, content });
    if (isChanged || isBroken) {
      await act(host, `${takeUp[0]} ${name}`, async () => {
        await mustRun([...takeUp, path]);
      });
    }
  }
}
