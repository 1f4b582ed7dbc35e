import { asSuperuser, inDatabase } from "../../installer/local/provision.ts";
import { superuserUrl } from "../support/sandbox.ts";

const extensions = ["pg_trgm", "unaccent", "btree_gist", "pgcrypto"];
const settings = ["SECRETARIAT_DATABASE_URL", "SECRETARIAT_OWNER_DATABASE_URL"];

/** An empty database on the server of this run; answers with the settings that lead to it. */
export async function ownDatabase(name: string): Promise<NodeJS.ProcessEnv> {
  await asSuperuser(superuserUrl(), async (client) => {
    await client.query(`drop database if exists ${name} with (force)`);
    await client.query(
      `create database ${name} owner secretariat_owner template template0 encoding 'UTF8' locale 'C.UTF-8'`,
    );
  });
  await asSuperuser(inDatabase(superuserUrl(), name), async (client) => {
    for (const extension of extensions) {
      await client.query(`create extension if not exists ${extension}`);
    }
  });
  return Object.fromEntries(
    settings.map((setting) => [setting, inDatabase(process.env[setting] ?? "", name)]),
  );
}
