import type { Manifest } from "../bundle/manifest.ts";
import type { Words } from "../words.ts";
import type { JournalKeeper } from "./journal.ts";
import type { UpgradePath } from "./path.ts";
import type { PendingMigration } from "./pending-migration.ts";

/** An opened bundle: its release lies somewhere it can be looked at, but nothing of it is installed. */
export interface Preview {
  readonly manifest: Manifest;
  readonly path: UpgradePath;
  /** The folder of the release in the bundle. */
  readonly release: string;
  /** Installed packages of Debian of which the bundle brings a newer version. */
  readonly updates: readonly string[];
}

/** How a release fares; requests are counted since its processes started. */
export interface Figures {
  readonly requests: number;
  readonly failures: number;
  /** Those that only asked: how long they take is ours alone, while what is brought takes as long as its line. */
  readonly pages: number;
  /** How many of the pages were answered within so many seconds, by the bounds of the histogram. */
  readonly within: Readonly<Record<string, number>>;
  /** Seconds that the oldest event has waited for its listener. */
  readonly oldestDelivery: number;
}

export interface ConfigurationChange {
  readonly key: string;
  readonly reason: { readonly hi: string; readonly en: string };
}

/** A key of site.yml that this office leaves to its usual value, which is another one or none in one of two releases. */
export interface UsualChange {
  readonly key: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** What an upgrade asks of a host and does to it; the tests have an invented one that can be killed anywhere. */
export interface UpgradeMachine {
  readonly journal: JournalKeeper;
  readonly webProcesses: number;
  now(): Date;
  installed(): Promise<string>;
  /** Judges signature and every byte, then opens the bundle beside everything else. Throws BundleRefused. */
  open(bundle: string): Promise<Preview>;
  /** What the database has still to take of the release that runs now. */
  unfinishedMigrations(): Promise<readonly string[]>;
  /** The number of the newest step of the release that runs now. */
  level(): Promise<number>;
  pendingMigrations(preview: Preview): Promise<readonly PendingMigration[]>;
  /** Keys of site.yml that a release does not take as they are: one in a bundle, or one that lies here. */
  configurationChanges(
    release: Pick<Preview, "release"> | { readonly version: string },
  ): Promise<readonly ConfigurationChange[]>;
  usualChanges(preview: Preview): Promise<readonly UsualChange[]>;
  freeBytes(): Promise<number>;
  /** What about this server forbids an upgrade, a sentence each. */
  preflight(bundle: string): Promise<readonly Words[]>;
  /** A backup of everything and a named point in the database's journal. */
  backUp(name: string): Promise<void>;
  /** Lays the release beside the one that runs. */
  stage(bundle: string): Promise<void>;
  /** Takes the new release's steps of the database, while the old one goes on serving. */
  expand(version: string): Promise<void>;
  /** Makes a release the one that starts; units and settings follow. Nothing is started again. */
  use(version: string): Promise<void>;
  isStaged(version: string): Promise<boolean>;
  /** The versions that lie here, whole or not. */
  releases(): Promise<readonly string[]>;
  /** Starts one web process again and waits until it is ready. */
  roll(webProcess: number): Promise<void>;
  rollWorkers(): Promise<void>;
  figures(): Promise<Figures>;
  /** Asks each process itself; the sentence says what is wrong. */
  ail(): Promise<string | undefined>;
  wait(seconds: number): Promise<void>;
  /** Removes a release that nobody goes back to. */
  remove(version: string): Promise<void>;
  say(line: { readonly hi: string; readonly en: string }): void;
}
