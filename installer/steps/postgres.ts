import { ensureCluster } from "../database/index.ts";
import { words } from "../words.ts";
import type { Step } from "./step.ts";

/** Debian's Postgres with a cluster of our own. */
export const postgresStep: Step = {
  id: "postgres",
  title: words({ hi: "PostgreSQL", en: "PostgreSQL" }),
  apply: (host, { site, isAtWork = false }) => ensureCluster(host, site, isAtWork),
};
