import { setTimeout as pause } from "node:timers/promises";
import { row } from "./database.ts";
import { refuseWrongKeys } from "./encryption/known-keys.ts";
import { log } from "./log.ts";
import { isOutage } from "./outage.ts";
import { schemaFault } from "./schema-fault.ts";
import { readSecretFile } from "./secret-file.ts";
import { secretPlaces } from "./secret.ts";
import { readServiceState } from "./service/follow.ts";
import { quietly } from "./service/held-back.ts";
import { asTask } from "./standpoint.ts";

interface Found {
  readonly isPowerful: boolean;
  readonly isOwner: boolean;
  readonly hasRecord: boolean;
  /** Row security is off, or not forced, where it must be. */
  readonly isOpen: boolean;
}

const retryMilliseconds = 500;

/**
 * Refuses to serve where the database would let the application change the record, or where the record exists
 * but its key does not: a new key would make everything written so far look forged. Waits for a database that
 * is only away.
 */
export async function refuseUnsafeDatabase(stopping: AbortSignal): Promise<void> {
  const found = await untilFound(stopping);
  if (found) {
    await refuseWrongSchema();
    refuseUnlessSafe(found);
    await readServiceState(); // before anything is written at all
    await asTask("start", () => quietly(refuseWrongKeys));
  }
}

/** Neither a database that was not brought forward, nor one that a later release has outgrown. */
async function refuseWrongSchema(): Promise<void> {
  const fault = await schemaFault();
  if (fault !== undefined) {
    throw new Error(fault);
  }
}

function refuseUnlessSafe(found: Found): void {
  if (found.isPowerful || found.isOwner) {
    throw new Error(
      "SECRETARIAT_DATABASE_URL names a role that owns tables or rules the server: use the application's role",
    );
  }
  if (found.isOpen) {
    throw new Error("Row security is not forced on every table that has it: migrate the database");
  }
  if (found.hasRecord && !readSecretFile("record.key", secretPlaces())) {
    throw new Error(
      "SECRETARIAT_KEYS_FOLDER holds no record.key though the record has begun: restore the keys",
    );
  }
}

async function untilFound(stopping: AbortSignal): Promise<Found | undefined> {
  while (!stopping.aborted) {
    try {
      return await asTask("start", () => row<Found>(statement));
    } catch (error) {
      if (!isOutage(error)) {
        throw error;
      }
      log.warn({ err: error }, "Waiting for the database");
      await pause(retryMilliseconds, undefined, { signal: stopping }).catch(() => undefined);
    }
  }
  return undefined;
}

const statement = `
  select r.rolsuper or r.rolbypassrls or r.rolcreaterole or r.rolcreatedb as "isPowerful",
    exists (select from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = 'public' and pg_has_role(c.relowner, 'member')) as "isOwner",
    exists (select from events) as "hasRecord",
    exists (select from pg_class c where c.relnamespace = 'public'::regnamespace
      and not (c.relrowsecurity and c.relforcerowsecurity)
      and (c.relname in ('items', 'movements', 'notes', 'letters', 'documents', 'accounts', 'events')
        or exists (select from pg_policy p where p.polrelid = c.oid))) as "isOpen"
  from pg_roles r where r.rolname = current_user`;
