import { readdir } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";
import { pendingSteps, stepsOf } from "../../database/index.ts";
import { places } from "../../places.ts";
import { installedVersion } from "../../install/installed-version.ts";
import { preflight } from "../../preflight/preflight.ts";
import { readSite } from "../../site/index.ts";
import { processesOf } from "../../steps/services.ts";
import { journalOnDisk } from "../journal.ts";
import type { UpgradeMachine } from "../upgrade-machine.ts";
import { backUp, expand, isStaged, removeRelease, rollUnit, stage, useRelease } from "./act.ts";
import { configurationChanges, freeBytes, pendingMigrations, usualChanges } from "./look.ts";
import { openBundle } from "./open-bundle.ts";
import { ailing, figuresOf } from "./watch.ts";

/** This host, as an upgrade sees it. */
export async function thisHost(say: UpgradeMachine["say"]): Promise<UpgradeMachine> {
  const site = await readSite();
  const processes = processesOf(site);
  const web = site.web.instances;
  return {
    journal: journalOnDisk,
    webProcesses: web,
    now: () => new Date(),
    installed: async () => (await installedVersion()) ?? "0.0.0",
    open: openBundle,
    unfinishedMigrations: () => pendingSteps(places.current),
    level: async () => Number.parseInt(stepsOf(places.current).at(-1) ?? "0", 10),
    pendingMigrations,
    configurationChanges,
    usualChanges,
    freeBytes,
    preflight: async () => {
      const { results } = await preflight({ site: places.site });
      return results
        .filter(({ outcome }) => outcome === "fail")
        .map(({ title, cause = title }) => cause);
    },
    backUp,
    stage: (bundle) => stage(bundle),
    expand,
    use: useRelease,
    isStaged: async (version) => isStaged(version),
    releases: () => readdir(places.releases),
    roll: (at) => rollUnit(`secretariat-web@${at}.service`, 9180 + at),
    rollWorkers: async () => {
      for (const { unit, port } of processes.slice(web)) {
        await rollUnit(unit, port);
      }
    },
    figures: () => figuresOf(processes),
    ail: () => ailing(processes, site),
    wait: (seconds) => sleep(seconds * 1000),
    remove: removeRelease,
    say,
  };
}
