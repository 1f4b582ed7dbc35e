/** The product's database on Debian's Postgres. */
export { ensureCluster } from "./ensure-cluster.ts";
export { isProvisioned } from "./is-provisioned.ts";
export { cluster, inOurDatabase, superuserUrl, type Database } from "./own-cluster.ts";
export {
  asSuperuser,
  inDatabase,
  provision,
  type DatabaseUrls,
  type Provision,
  type RolePasswords,
} from "./provision.ts";
export { takeUp, waitsForRestart } from "./take-up.ts";
export { pendingSteps, stepsOf, takenSteps } from "./pending-steps.ts";
