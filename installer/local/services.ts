/** Private Postgres and Redis for this checkout: the door for the launcher and for the tests. */
export { provision } from "./provision.ts";
export type { DatabaseUrls } from "./provision.ts";
export { readSecrets } from "./secrets.ts";
export { startPostgres } from "./start-postgres.ts";
export type { Postgres } from "./start-postgres.ts";
export { startRedis } from "./start-redis.ts";
export type { Redis } from "./start-redis.ts";
