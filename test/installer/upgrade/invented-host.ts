import { compareUsual } from "../../../installer/upgrade/compare-usual.ts";
import type { Manifest } from "../../../installer/bundle/manifest.ts";
import type { UpgradeJournal } from "../../../installer/upgrade/journal.ts";
import type { KnownRelease } from "../../../installer/upgrade/path.ts";
import type { PendingMigration } from "../../../installer/upgrade/pending-migration.ts";
import type { Figures, UpgradeMachine } from "../../../installer/upgrade/upgrade-machine.ts";

/** The power went, or somebody sent signal 9. */
export class Killed extends Error {}

export interface Invented {
  readonly installed?: string;
  readonly bundle?: KnownRelease;
  readonly releases?: readonly KnownRelease[];
  readonly pending?: readonly PendingMigration[];
  readonly unfinished?: readonly string[];
  /** Usual values of the release that runs and of the new one. */
  readonly usual?: readonly Readonly<Record<string, string>>[];
  /** Packages of Debian of which the bundle brings newer ones. */
  readonly updates?: readonly string[];
  readonly freeBytes?: number;
  readonly badKeys?: readonly string[];
  /** Keys the administrator wrote since, that only the new release takes. */
  readonly keysOfNew?: readonly string[];
  /** What the checks of the server find. */
  readonly faults?: readonly string[];
  /** What goes wrong, by the name of the work. */
  readonly broken?: Partial<Record<Work, boolean>>;
  /** Of the release that ran before: what its processes counted. */
  readonly usualFigures?: Partial<Figures>;
  /** Of the new release: what its processes count while it is watched. */
  readonly figures?: Partial<Figures>;
  readonly ailing?: string;
  /** The web process that does not come back with the old release. */
  readonly stuck?: number;
}

export type Work = "backUp" | "stage" | "expand" | "use" | "roll" | "rollWorkers" | "remove";

export const release = (
  version: string,
  minFrom = "1.0.0",
  supersedes: readonly string[] = [],
): KnownRelease => ({
  version,
  minFrom,
  supersedes: [...supersedes],
});

/** A host made of variables. It remembers what was done to it and can be killed before any write of its journal. */
export class InventedHost implements UpgradeMachine {
  readonly webProcesses = 2;
  told: Invented;
  readonly done: string[] = [];
  readonly said: string[] = [];
  /** What each web process runs. */
  readonly running = ["1.0.0", "1.0.0"];
  link: string;
  /** The release whose units and settings are written. */
  settings = "1.0.0";
  schema = "old";
  staged = new Set<string>();
  kept: UpgradeJournal | undefined;
  /** Dies at the so-and-so-many-th write. */
  killAt = Number.POSITIVE_INFINITY;
  killAfterWork: Work | undefined;
  /** Dies when the work has only begun. */
  killWithin: Work | undefined;
  /** A work and its detail that go wrong. */
  breaksAt: string | undefined;
  writes = 0;
  isDead = false;

  /** Somebody starts the machine again. */
  revive(): void {
    this.isDead = false;
    this.killAt = Number.POSITIVE_INFINITY;
  }

  constructor(told: Invented = {}) {
    this.told = told;
    this.link = told.installed ?? "1.0.0";
    this.staged.add(this.link);
    this.running.fill(this.link);
  }

  readonly journal = {
    read: async () => {
      this.live();
      return this.kept;
    },
    write: async (journal: UpgradeJournal) => {
      this.writes += 1;
      this.isDead ||= this.writes === this.killAt;
      this.live();
      this.kept = journal;
    },
  };

  now = () => new Date(0);
  installed = async () => this.link;
  open = async () => {
    const bundle = this.told.bundle ?? release("1.1.0");
    return {
      manifest: manifestOf(bundle),
      path: { releases: [...(this.told.releases ?? [release("1.0.0"), bundle])] },
      release: "/preview",
      updates: this.told.updates ?? [],
    };
  };
  unfinishedMigrations = async () => this.told.unfinished ?? [];
  level = async () => 26;
  pendingMigrations = async () => this.told.pending ?? [];
  configurationChanges = async (release: object) =>
    (("version" in release ? this.told.keysOfNew : this.told.badKeys) ?? []).map((key) => ({
      key,
      reason: { hi: "हटाई गई", en: "removed" },
    }));
  usualChanges = async () => compareUsual(this.told.usual?.[0] ?? {}, this.told.usual?.[1] ?? {});
  freeBytes = async () => this.told.freeBytes ?? 100e9;
  preflight = async () => (this.told.faults ?? []).map((fault) => ({ hi: fault, en: fault }));
  backUp = async () => this.work("backUp");
  stage = async () => {
    await this.work("stage");
    this.staged.add((this.told.bundle ?? release("1.1.0")).version);
  };
  expand = async () => {
    await this.work("expand");
    this.schema = "new";
  };
  use = async (version: string) => {
    this.live();
    this.link = version;
    await this.work("use", version);
    this.live();
    this.settings = version;
  };
  releases = async () => [...this.staged];
  isStaged = async (version: string) => this.staged.has(version);
  roll = async (process: number) => {
    const isNew = this.link !== (this.told.installed ?? "1.0.0");
    await this.work("roll", `${process} ${this.link}`, isNew);
    if (!isNew && this.told.stuck === process) {
      throw new Error("it does not start");
    }
    this.running[process - 1] = this.link;
  };
  rollWorkers = async () => {
    await this.work("rollWorkers", this.link, this.link !== (this.told.installed ?? "1.0.0"));
  };
  figures = async () => {
    const { usualFigures, figures } = this.told;
    const started = { requests: 0, failures: 0, pages: 0, within: {}, oldestDelivery: 0 };
    if (!this.done.includes(`rollWorkers ${this.link}`)) {
      return { ...started, ...usualFigures };
    }
    const isWatching = this.done.includes("watch");
    this.done.push("watch");
    const well = { requests: 500, pages: 500, within: { "0.1": 490, "2.5": 500, "5": 500 } };
    return isWatching ? { ...started, ...well, ...figures } : started;
  };
  ail = async () => this.told.ailing;
  wait = async () => undefined;
  remove = async (version: string) => {
    await this.work("remove", version);
    this.live();
    this.staged.delete(version);
  };
  say = ({ en }: { readonly en: string }) => void this.said.push(en);

  private live(): void {
    if (this.isDead) {
      throw new Killed("killed");
    }
  }

  private async work(name: Work, detail = "", breaks = true): Promise<void> {
    this.live();
    this.done.push(`${name} ${detail}`.trim());
    if (this.killAfterWork === name) {
      this.killAfterWork = undefined;
      this.killAt = this.writes + 2; // the next one says that it is being put back
    }
    if (this.killWithin === name) {
      this.killWithin = undefined;
      this.isDead = true;
    }
    if ((breaks && this.told.broken?.[name] === true) || this.breaksAt === `${name} ${detail}`) {
      throw new Error(`${name} does not work`);
    }
  }
}

function manifestOf({ version, minFrom, supersedes }: KnownRelease): Manifest {
  return {
    format: 1,
    version,
    minFrom,
    supersedes,
    date: "2026-11-01",
    schema: { to: "0002-b", reads: "0001-a" },
    postgresMajor: 15,
    os: { id: "debian", from: "12", to: "12", architecture: "amd64" },
    package: "secretariat.deb",
    sizes: { bundle: 3e8, installedKibibytes: 3e5 },
    files: {},
  };
}
