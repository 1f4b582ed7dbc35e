import { existsSync, readdirSync } from "node:fs";
import { act, ensureDirectory, ensureFile, ensureUnit, mustRun, userId } from "../host/index.ts";
import type { Host } from "../host/index.ts";
import { words } from "../words.ts";
import type { Step } from "./step.ts";
import { unitFolder } from "./unit-files.ts";

const unit = "clamav-daemon.service";
const file = "/etc/clamav/secretariat.conf";
const dropIn = `${unitFolder}/${unit}.d`;

/** ClamAV on this machine, where site.yml asks for it: with limits that fit ours, not those of Debian. */
export const scannerStep: Step = {
  id: "scanner",
  title: words({ hi: "वायरस-जाँच", en: "Virus scanner" }),
  async apply(host, { site, say, isBroken = false }) {
    if (!site.scanner) {
      return;
    }
    if (host.isCheck && userId("clamav") === undefined) {
      host.note({ what: `file ${file}` });
      return;
    }
    const restart = (await writeSettings(host)) || isBroken;
    if (hasSignatures()) {
      await ensureUnit(host, { name: unit, enabled: true, state: "started", restart });
    } else {
      say(`${unit} waits for main.cvd and daily.cvd in ${signatures}; until then documents wait`);
    }
  },
};

async function writeSettings(host: Host): Promise<boolean> {
  const isChanged = await ensureFile(host, { path: file, content: settings, mode: 0o644 });
  await ensureDirectory(host, { path: dropIn, mode: 0o755 });
  const isOtherUnit = await ensureFile(host, {
    path: `${dropIn}/50-secretariat.conf`,
    content: start,
  });
  if (isOtherUnit) {
    await act(host, "systemd reads its units again", async () => {
      await mustRun(["systemctl", "daemon-reload"]);
    });
  }
  return isChanged || isOtherUnit;
}

const signatures = "/var/lib/clamav";

/** Debian's unit does not start without them; on a machine without a way out somebody carries them in. */
function hasSignatures(): boolean {
  const names = existsSync(signatures) ? readdirSync(signatures) : [];
  return ["main", "daily"].every((name) => names.some((one) => one.startsWith(`${name}.c`)));
}

/** A file of our own: Debian's is written anew by its package. The limits are app/documents/README.md's. */
const settings = `# Written by the installer.
User clamav
DatabaseDirectory ${signatures}
LocalSocket /run/clamav/clamd.ctl
LocalSocketMode 666
FixStaleSocket yes
LogSyslog yes
SelfCheck 3600
MaxThreads 4
AlertExceedsMax yes
AlertEncrypted yes
AlertOLE2Macros yes
StreamMaxLength 1100M
MaxScanSize 1100M
MaxFileSize 1100M
MaxRecursion 10
`;

const start = `[Service]
ExecStart=
ExecStart=/usr/sbin/clamd --foreground=true --config-file=${file}
`;
