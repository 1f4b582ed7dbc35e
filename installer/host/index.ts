/** What may be done to this machine. Steps and verbs change it through this door only. */
export { act } from "./act.ts";
export { ensureAbsent } from "./ensure-absent.ts";
export { ensureDirectory, type WantedDirectory } from "./ensure-directory.ts";
export { digestOf, ensureFile, type WantedFile } from "./ensure-file.ts";
export { ensureLink } from "./ensure-link.ts";
export { ensurePackages, packageSource } from "./ensure-packages.ts";
export { packagesBehind } from "./packages-behind.ts";
export { ensureUnit, type WantedUnit } from "./ensure-unit.ts";
export { ensureUser, type WantedUser } from "./ensure-user.ts";
export { makeHost, type Change, type Host, type HostOptions } from "./host.ts";
export { isActive } from "./is-active.ts";
export { groupId, userId } from "./owners.ts";
export { processStart } from "./process-start.ts";
export { capture, CommandFailed, mustRun, type Ran, type RunOptions } from "./run.ts";
export { syncFolder, writeWhole } from "./write-whole.ts";
