import { join } from "node:path";
import { rmSync } from "node:fs";
import { varFolder } from "./places.ts";
import { asSuperuser, inDatabase } from "./provision.ts";

/**
 * How far the demonstration got is written on the database itself, so that the note
 * can neither outlive the data nor be lost without it.
 */
type Progress = "none" | "loading" | "loaded";

/** How far the demonstration got in this database. */
export async function demonstrationProgress(superuserUrl: string): Promise<Progress> {
  return asSuperuser(superuserUrl, async (client) => {
    const found = await client.query<{ note: string | null }>(
      `SELECT shobj_description(oid, 'pg_database') AS note
         FROM pg_database WHERE datname = 'secretariat'`,
    );
    const note = found.rows[0]?.note;
    return note === "loading" || note === "loaded" ? note : "none";
  });
}

export async function noteDemonstration(superuserUrl: string, progress: Progress): Promise<void> {
  await asSuperuser(inDatabase(superuserUrl, "secretariat"), (client) =>
    client.query(`COMMENT ON DATABASE secretariat IS '${progress}'`),
  );
}

/** Throws away a demonstration that was interrupted: half of it would show untrue things. */
export async function discardHalfDemonstration(superuserUrl: string): Promise<void> {
  if ((await demonstrationProgress(superuserUrl)) === "loading") {
    await asSuperuser(superuserUrl, (client) =>
      client.query("DROP DATABASE secretariat WITH (FORCE)"),
    );
    rmSync(join(varFolder, "documents"), { recursive: true, force: true });
  }
}
