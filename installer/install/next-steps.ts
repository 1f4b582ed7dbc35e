import { existsSync } from "node:fs";
import { readHappened } from "../../backups/figures/record.ts";
import { readManifests } from "../../backups/manifest/manifests.ts";
import { readPlaces } from "../../backups/places.ts";
import { inIndia } from "../../backups/restore/moment.ts";
import type { Call } from "../command/verb.ts";
import { ballastBytes } from "../disk/ballast.ts";
import { capture } from "../host/index.ts";
import type { Site } from "../site/index.ts";
import { placesFile } from "../steps/backup-settings.ts";
import { words } from "../words.ts";

/** What the office may lean on from its first day, and what it still lacks. */
export interface Footing {
  /** The newest set of backups. */
  readonly set?: { readonly name: string; readonly at: Date };
  readonly drill?: { readonly at: Date; readonly isGood: boolean };
  /** When the timer makes the next drill. */
  readonly nextDrill?: Date;
  readonly hasSecondHost: boolean;
  readonly hasBallast: boolean;
}

export async function footingOf(site: Pick<Site, "backups">): Promise<Footing> {
  const nextDrill = await nextRun("secretariat-drill.timer");
  return {
    // Whatever is wrong with them, it keeps nobody's one-time password from the screen.
    ...(await backupsHere().catch(() => ({}))),
    ...(nextDrill ? { nextDrill } : {}),
    hasSecondHost: site.backups.second !== undefined,
    hasBallast: (await ballastBytes()) > 0,
  };
}

async function backupsHere(): Promise<Pick<Footing, "set" | "drill">> {
  if (!existsSync(placesFile)) {
    return {};
  }
  const places = readPlaces(placesFile);
  const { genuine } = await readManifests(places);
  const { drill } = await readHappened(places);
  const newest = genuine.at(-1);
  return {
    ...(newest ? { set: { name: newest.name, at: new Date(newest.at) } } : {}),
    ...(drill ? { drill } : {}),
  };
}

/** In microseconds, as systemd's manager tells other programs; `systemctl show` writes it in words of its own. */
async function nextRun(timer: string): Promise<Date | undefined> {
  const path = `/org/freedesktop/systemd1/unit/${timer.replace(/\W/g, asInPath)}`;
  const asked = ["org.freedesktop.systemd1.Timer", "NextElapseUSecRealtime"];
  const manager = "org.freedesktop.systemd1";
  const { output } = await capture(["busctl", "get-property", manager, path, ...asked]);
  const microseconds = Number(/^t (\d+)/.exec(output)?.[1] ?? 0);
  return microseconds === 0 ? undefined : new Date(microseconds / 1000);
}

function asInPath(sign: string): string {
  return `_${sign.charCodeAt(0).toString(16)}`;
}

/** One line for each, with the command that goes on; what needs nothing more is left out. */
export function sayNextSteps({ say }: Pick<Call, "say">, footing: Footing): void {
  const { set, drill, nextDrill } = footing;
  say(set ? backedUp : noBackup, set && { name: set.name, at: inIndia(set.at) });
  if (drill?.isGood) {
    say(drilled, { at: inIndia(drill.at) });
  } else {
    say(drill ? drillFailed : noDrill);
    say(nextDrill ? bySelf : now, nextDrill && { at: inIndia(nextDrill) });
  }
  if (!footing.hasSecondHost) {
    say(noSecondHost);
  }
  if (!footing.hasBallast) {
    say(noBallast);
  }
  say(lockedOut);
}

const backedUp = words({
  hi: "  बैकअप          {name} पूरा हुआ, {at}। सूची: secretariat backup list",
  en: "  Backup         {name} finished, {at} IST. All of them: secretariat backup list",
});
const noBackup = words({
  hi: "  बैकअप          अब तक कोई नहीं। अभी लें: secretariat backup run",
  en: "  Backup         None yet. Take one now: secretariat backup run",
});
const drilled = words({
  hi: "  अभ्यास          बैकअप से लौटाने का अभ्यास सफल रहा, {at}",
  en: "  Drill          A restore was tried and passed, {at} IST",
});
const noDrill = words({
  hi: "  अभ्यास          बैकअप से लौटाने का अभ्यास अब तक नहीं हुआ।",
  en: "  Drill          No restore was tried yet.",
});
const drillFailed = words({
  hi: "  अभ्यास          बैकअप से लौटाने का पिछला अभ्यास असफल रहा।",
  en: "  Drill          The last try of a restore failed.",
});
const bySelf = words({
  hi: "                 अपने-आप {at} को; अभी: secretariat backup drill",
  en: "                 By itself {at} IST; now: secretariat backup drill",
});
const now = words({
  hi: "                 अभी करें: secretariat backup drill",
  en: "                 Try it now: secretariat backup drill",
});
const noSecondHost = words({
  hi: "  दूसरा सर्वर      नहीं बताया गया: यह सर्वर गया तो बैकअप भी गए। site.yml में backups.second लिखें, फिर: secretariat reconfigure",
  en: "  Second host    None is named: the backups are lost with this server. Write backups.second in site.yml, then: secretariat reconfigure",
});
const noBallast = words({
  hi: "  आपात स्थान      नहीं रखा है। डिस्क भरने के दिन के लिए: secretariat disk reserve",
  en: "  Ballast        None is kept. For the day the disk is full: secretariat disk reserve",
});
const lockedOut = words({
  hi: '  आपात प्रवेश     जब कोई प्रशासक भीतर न जा सके (अधिकतम 4 घंटे, दर्ज होता है):\n                 secretariat users breakglass --login … --hours 2 --reason "…"',
  en: '  Break-glass    When no administrator can get in (4 hours at most; it is recorded):\n                 secretariat users breakglass --login … --hours 2 --reason "…"',
});
