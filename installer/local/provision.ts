import type { Client } from "pg";
import {
  asSuperuser as connected,
  provision as provisionServer,
  type DatabaseUrls,
  type Provision,
} from "../database/provision.ts";
import { Advice } from "./step.mjs";

export { inDatabase, type DatabaseUrls } from "../database/provision.ts";

/** Makes what is missing on this checkout's own server. */
export function provision(options: Provision): Promise<DatabaseUrls> {
  return provisionServer(options).catch(advise);
}

/** Runs work on one superuser connection of this checkout's own server. */
export function asSuperuser<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  return connected(url, work).catch(advise);
}

/** A wrong password means that the secrets were lost or belong to another database. */
function advise(error: unknown): never {
  throw error instanceof Error && "code" in error && error.code === "28P01"
    ? new Advice("var/secrets.json does not fit the database. Begin again: npm start -- --fresh")
    : error;
}
