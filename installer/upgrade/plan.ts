import { exit } from "../command/exit-codes.ts";
import { Halt } from "../command/halt.ts";
import { words } from "../words.ts";
import { refusalOf } from "./path.ts";
import type { PendingMigration } from "./pending-migration.ts";
import type {
  ConfigurationChange,
  Preview,
  UpgradeMachine,
  UsualChange,
} from "./upgrade-machine.ts";

/** What an upgrade will do and needs, found out before anything stops. */
export interface Plan {
  readonly from: string;
  readonly to: string;
  readonly migrations: readonly PendingMigration[];
  readonly disk: { readonly neededBytes: number; readonly freeBytes: number };
  readonly configuration: readonly ConfigurationChange[];
  /** What keys that site.yml leaves out will mean from now on. */
  readonly usual: readonly UsualChange[];
  /** Packages of Debian that are renewed; what runs of them goes on until the next `reconfigure`. */
  readonly updates: readonly string[];
  /** How long somebody may have to wait at a locked table. */
  readonly waitSeconds: number;
}

/** Opens and judges a bundle. Every reason not to begin is thrown here, with nothing touched (exit 10). */
export async function makePlan(machine: UpgradeMachine, bundle: string): Promise<Plan> {
  const from = await machine.installed();
  const preview = await machine.open(bundle);
  refuseJump(from, preview);
  await refuseUnfinished(machine);
  const configuration = await machine.configurationChanges(preview);
  const [change] = configuration;
  if (change) {
    const { key, reason } = change;
    throw new Halt(exit.preflightFailed, badKey(reason), { key });
  }
  const migrations = await machine.pendingMigrations(preview);
  await refuseContract(machine, migrations);
  const disk = {
    neededBytes: neededBytes(preview, migrations),
    freeBytes: await machine.freeBytes(),
  };
  if (disk.freeBytes < disk.neededBytes) {
    throw new Halt(exit.preflightFailed, noRoom, {
      needed: inGigabytes(disk.neededBytes),
      free: inGigabytes(disk.freeBytes),
    });
  }
  const waiting = migrations.filter(({ lock }) => lock !== "none");
  const waitSeconds = waiting.reduce((sum, { seconds }) => sum + seconds, 0);
  const usual = await machine.usualChanges(preview);
  const { manifest, updates } = preview;
  const to = manifest.version;
  return { from, to, migrations, disk, configuration, usual, updates, waitSeconds };
}

function refuseJump(from: string, { manifest, path }: Preview): void {
  const refusal = refusalOf(path, { from, to: manifest });
  if (!refusal) {
    return;
  }
  const code = refusal.kind === "same" ? exit.nothingToDo : exit.preflightFailed;
  const route = refusal.route.map((version) => `secretariat-${version}`).join(" → ") || "–";
  throw new Halt(code, refusal.words, { from, to: manifest.version, route });
}

const contract = words({
  hi: "बदलाव {name} के बाद चालू संस्करण काम नहीं कर सकता; बीच का संस्करण पहले स्थापित करें।",
  en: "After the step {name} the release that runs could not serve; install a release between the two first.",
});

/** While one process after the other starts again, the old release works on the new tables. */
async function refuseContract(
  machine: UpgradeMachine,
  migrations: readonly PendingMigration[],
): Promise<void> {
  const level = await machine.level();
  const breaking = migrations.find(({ oldestApplication = 0 }) => oldestApplication > level);
  if (breaking) {
    throw new Halt(exit.preflightFailed, contract, { name: breaking.name });
  }
}

const unfinished = words({
  hi: "चालू संस्करण के {count} बदलाव डेटाबेस में शेष हैं ({names})। पहले चलाएँ: secretariat migrations wait",
  en: "{count} steps of the release that runs are not finished ({names}). First run: secretariat migrations wait",
});
const noRoom = words({
  hi: "डिस्क में {free} GiB खाली है, {needed} GiB चाहिए। देखें: secretariat disk report; आपात स्थान छोड़ें: secretariat disk reclaim --ballast",
  en: "The disk has {free} GiB free and {needed} GiB are needed. See: secretariat disk report; in need: secretariat disk reclaim --ballast",
});

async function refuseUnfinished(machine: UpgradeMachine): Promise<void> {
  const names = await machine.unfinishedMigrations();
  if (names.length > 0) {
    throw new Halt(exit.preflightFailed, unfinished, {
      count: names.length,
      names: names.join(", "),
    });
  }
}

function badKey({ hi, en }: ConfigurationChange["reason"]) {
  return words({
    hi: `नया संस्करण site.yml की कुंजी {key} नहीं मानता: ${hi}`,
    en: `The new release does not take the key {key} of site.yml: ${en}`,
  });
}

const spare = 512 * 1024 * 1024;

/** Twice the release (bundle and tree), and what long steps write anew, for the tables and for the journal. */
function neededBytes({ manifest }: Preview, migrations: readonly PendingMigration[]): number {
  const release = manifest.sizes.bundle + manifest.sizes.installedKibibytes * 1024;
  const rewritten =
    migrations.reduce((sum, { seconds }) => sum + (seconds - 1), 0) * 30 * 1024 * 1024;
  return 2 * release + Math.ceil(1.2 * rewritten) + spare;
}

export function inGigabytes(bytes: number): string {
  return (bytes / 1024 ** 3).toFixed(1);
}
