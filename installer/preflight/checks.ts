import type { Check } from "./check.ts";
import { addressInRanges } from "./checks/address-in-ranges.ts";
import { addressPresent } from "./checks/address-present.ts";
import { adminRanges } from "./checks/admin-ranges.ts";
import { appArmor } from "./checks/app-armor.ts";
import { architecture } from "./checks/architecture.ts";
import { backupDisk } from "./checks/backup-disk.ts";
import { backupFolder } from "./checks/backup-folder.ts";
import { backupFresh } from "./checks/backup-fresh.ts";
import { ballastLaid } from "./checks/ballast-laid.ts";
import { bundleGenuine } from "./checks/bundle-genuine.ts";
import { certificateChain } from "./checks/certificate-chain.ts";
import { certificateExpiry } from "./checks/certificate-expiry.ts";
import { certificateFiles } from "./checks/certificate-files.ts";
import { certificateKey } from "./checks/certificate-key.ts";
import { certificateName } from "./checks/certificate-name.ts";
import { certificateStrength } from "./checks/certificate-strength.ts";
import { characterSet } from "./checks/character-set.ts";
import { clockSkew } from "./checks/clock-skew.ts";
import { controlGroups } from "./checks/control-groups.ts";
import { cores } from "./checks/cores.ts";
import { directoryBase } from "./checks/directory-base.ts";
import { directory } from "./checks/directory.ts";
import { diskEntries } from "./checks/disk-entries.ts";
import { diskSpace } from "./checks/disk-space.ts";
import { diskSpeed } from "./checks/disk-speed.ts";
import { drillFresh } from "./checks/drill-fresh.ts";
import { escrowProven } from "./checks/escrow-proven.ts";
import { foreignNginx } from "./checks/foreign-nginx.ts";
import { foreignPostgres } from "./checks/foreign-postgres.ts";
import { foreignRedis } from "./checks/foreign-redis.ts";
import { freePorts } from "./checks/free-ports.ts";
import { journalKept } from "./checks/journal-kept.ts";
import { kernelLockdown } from "./checks/kernel-lockdown.ts";
import { keysClosed } from "./checks/keys-closed.ts";
import { leftovers } from "./checks/leftovers.ts";
import { logsRotated } from "./checks/logs-rotated.ts";
import { mailRelay } from "./checks/mail-relay.ts";
import { maskOfNewFiles } from "./checks/mask-of-new-files.ts";
import { memoryPromises } from "./checks/memory-promises.ts";
import { memory } from "./checks/memory.ts";
import { migrationsFinished } from "./checks/migrations-finished.ts";
import { nameResolution } from "./checks/name-resolution.ts";
import { nameServers } from "./checks/name-servers.ts";
import { openFiles } from "./checks/open-files.ts";
import { operatingSystem } from "./checks/operating-system.ts";
import { ownName } from "./checks/own-name.ts";
import { packageLock } from "./checks/package-lock.ts";
import { packagesHeld } from "./checks/packages-held.ts";
import { packagesWhole } from "./checks/packages-whole.ts";
import { processorFeatures } from "./checks/processor-features.ts";
import { randomness } from "./checks/randomness.ts";
import { rangesPrivate } from "./checks/ranges-private.ts";
import { rebootNeeded } from "./checks/reboot-needed.ts";
import { releaseWhole } from "./checks/release-whole.ts";
import { reverseResolution } from "./checks/reverse-resolution.ts";
import { runAsRoot } from "./checks/run-as-root.ts";
import { sealedSecrets } from "./checks/sealed-secrets.ts";
import { secondHostNamed } from "./checks/second-host-named.ts";
import { secondHostReached } from "./checks/second-host-reached.ts";
import { secondHost } from "./checks/second-host.ts";
import { separateLogDisk } from "./checks/separate-log-disk.ts";
import { singleSignOn } from "./checks/single-sign-on.ts";
import { siteFileClosed } from "./checks/site-file-closed.ts";
import { systemManager } from "./checks/system-manager.ts";
import { systemUser } from "./checks/system-user.ts";
import { temporaryFolder } from "./checks/temporary-folder.ts";
import { timeServers } from "./checks/time-servers.ts";
import { timeService } from "./checks/time-service.ts";
import { upgradePath } from "./checks/upgrade-path.ts";
import { writable } from "./checks/writable.ts";

/** Every check, by its number. PF-001 is site.yml itself, read before them. */
export const checks: readonly Check[] = [
  operatingSystem,
  architecture,
  processorFeatures,
  memory,
  cores,
  diskSpace,
  diskEntries,
  diskSpeed,
  temporaryFolder,
  writable,
  separateLogDisk,
  freePorts,
  foreignPostgres,
  foreignNginx,
  foreignRedis,
  systemUser,
  characterSet,
  randomness,
  timeService,
  clockSkew,
  timeServers,
  nameResolution,
  reverseResolution,
  addressPresent,
  addressInRanges,
  rangesPrivate,
  adminRanges,
  directory,
  singleSignOn,
  certificateFiles,
  certificateKey,
  certificateName,
  certificateExpiry,
  certificateStrength,
  certificateChain,
  backupFolder,
  backupDisk,
  secondHost,
  secondHostNamed,
  mailRelay,
  packagesWhole,
  packagesHeld,
  packageLock,
  siteFileClosed,
  appArmor,
  kernelLockdown,
  maskOfNewFiles,
  leftovers,
  bundleGenuine,
  upgradePath,
  migrationsFinished,
  backupFresh,
  drillFresh,
  escrowProven,
  systemManager,
  runAsRoot,
  sealedSecrets,
  memoryPromises,
  openFiles,
  controlGroups,
  ownName,
  keysClosed,
  releaseWhole,
  rebootNeeded,
  secondHostReached,
  journalKept,
  logsRotated,
  ballastLaid,
  directoryBase,
  nameServers,
];
