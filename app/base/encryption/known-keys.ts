import { execute, rows } from "../database.ts";
import { currentKeyId, keyProvider, lookupKey, lookupKeyId } from "./keys.ts";

interface KnownKey {
  readonly id: string;
  readonly kind: "wrapping" | "lookup";
}

/**
 * Refuses to go on where a key is missing, or is not the one that rows and documents were sealed with: what is
 * sealed could not be opened, and the same content would be stored under other names. Notes what is new.
 */
export async function refuseWrongKeys(): Promise<void> {
  const known = await rows<KnownKey>(
    "select id, kind from encryption_keys where retired_at is null order by id",
  );
  const [held, lookup] = [keyProvider().ids(), lookupKeyId()];
  const lost = known.filter(({ id, kind }) =>
    kind === "lookup" ? id !== lookup : !held.includes(id),
  );
  if (lost.length > 0) {
    const names = lost.map(({ id }) => id).join(", ");
    throw new Error(
      `SECRETARIAT_KEYS_FOLDER lacks the keys of this database (${names}): restore the keys from their backup`,
    );
  }
  await noteKeys();
}

/** Tells the database which keys it will need from now on, making the first ones. */
export async function noteKeys(): Promise<void> {
  currentKeyId();
  lookupKey("names");
  const wrapping = keyProvider().ids();
  await execute(
    `insert into encryption_keys (id, kind)
     select id, 'wrapping' from unnest($wrapping::text[]) as id
     union all select $lookup, 'lookup'
     on conflict do nothing`,
    { wrapping, lookup: lookupKeyId() ?? "" },
  );
}
