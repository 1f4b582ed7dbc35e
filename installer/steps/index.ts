/** The parts of an installation in the order in which they stand on one another. */
import { accountsStep } from "./accounts.ts";
import { administratorStep } from "./administrator.ts";
import { backupsStep } from "./backups.ts";
import { certificatesStep } from "./certificates.ts";
import { databaseStep } from "./database.ts";
import { firewallStep } from "./firewall.ts";
import { logsStep } from "./logs.ts";
import { nginxStep } from "./nginx.ts";
import { packagesStep } from "./packages.ts";
import { postgresStep } from "./postgres.ts";
import { redisStep } from "./redis.ts";
import { releaseStep } from "./release.ts";
import { scannerStep } from "./scanner.ts";
import { secretsStep } from "./secrets.ts";
import { servicesStep } from "./services.ts";
import { settingsStep } from "./settings.ts";
import type { Step } from "./step.ts";
import { timeStep } from "./time.ts";
import { timersStep } from "./timers.ts";
import { unitsStep } from "./units.ts";
import { watchingStep } from "./watching.ts";

export { readJournal, type Journal } from "./journal.ts";
export { runSteps, type StepsRun } from "./run-steps.ts";
export type { Step, StepContext } from "./step.ts";

/** What `./install` does; a second time it finds everything as it should be. */
export const installSteps: readonly Step[] = [
  releaseStep, // first: from then on a broken run is known for what it is
  packagesStep,
  timeStep,
  logsStep, // after the packages, whose rules for logs it replaces
  accountsStep,
  secretsStep,
  settingsStep,
  certificatesStep,
  unitsStep,
  postgresStep,
  redisStep,
  scannerStep,
  databaseStep,
  administratorStep,
  firewallStep, // before the backups, whose second host it lets through
  backupsStep,
  nginxStep,
  servicesStep,
  timersStep,
  watchingStep,
];

/** What `secretariat reconfigure` does: everything that follows from site.yml and from the bundle laid down last. */
export const reconfigureSteps: readonly Step[] = installSteps.filter(
  ({ id }) => id !== "release" && id !== "administrator",
);
