import { createHash } from "node:crypto";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { projectFile } from "../../app/base/index.ts";
import { migrate } from "../../app/base/migrate.ts";
import { asSuperuser, inDatabase, provision } from "../../installer/local/provision.ts";
import { readSecrets } from "../../installer/local/secrets.ts";
import { generate } from "./generate/generate.ts";
import { required } from "./required.ts";
import type { Size } from "./size.ts";

export interface BenchDatabase {
  readonly app: string;
  readonly superuser: string;
}

/**
 * A fresh database for this run: a copy of one that was generated once and is kept as long as migrations,
 * generator and size stay as they are. Every run therefore begins from the same rows.
 */
export async function prepareDatabase(size: Size): Promise<BenchDatabase> {
  const superuserUrl = required("SECRETARIAT_TEST_SUPERUSER_URL");
  const kept = keptName(size);
  if ((await stampOf(superuserUrl, kept)) !== stampFor(size)) {
    await make(superuserUrl, { name: kept, size });
  }
  const ours = await copyOf(size, "run");
  const app = inDatabase(required("SECRETARIAT_DATABASE_URL"), ours);
  return { app, superuser: inDatabase(superuserUrl, ours) };
}

/** Copies the kept database and answers with the name of the copy; one of that name goes. */
export async function copyOf(size: Size, purpose: string): Promise<string> {
  const name = `bench_${size.name}_${purpose}`;
  await asSuperuser(required("SECRETARIAT_TEST_SUPERUSER_URL"), async (client) => {
    await client.query(`drop database if exists ${name} with (force)`);
    await client.query(
      `create database ${name} template ${keptName(size)} strategy file_copy owner secretariat_owner`,
    );
    await client.query("checkpoint");
  });
  return name;
}

function keptName(size: Size): string {
  return `bench_${size.name}_kept`;
}

async function make(
  superuserUrl: string,
  { name, size }: { name: string; size: Size },
): Promise<void> {
  await asSuperuser(superuserUrl, (client) =>
    client.query(`drop database if exists ${name} with (force)`),
  );
  const secrets = readSecrets(join(required("SECRETARIAT_TEST_FOLDER"), "secrets.json"));
  const postgres = { port: Number(new URL(superuserUrl).port), superuserUrl };
  const urls = await provision({ postgres, secrets, database: name });
  await migrate(urls.owner, projectFile("app/migrations"));
  await asSuperuser(inDatabase(superuserUrl, name), (client) => generate(client, size));
  await asSuperuser(superuserUrl, (client) =>
    client.query(`comment on database ${name} is '${stampFor(size)}'`),
  );
}

async function stampOf(superuserUrl: string, name: string): Promise<string | undefined> {
  const found = await asSuperuser(superuserUrl, (client) =>
    client.query<{ stamp: string }>(
      "select shobj_description(oid, 'pg_database') as stamp from pg_database where datname = $1",
      [name],
    ),
  );
  return found.rows[0]?.stamp;
}

/** Changes with anything the kept rows depend on. */
function stampFor(size: Size): string {
  const stamp = createHash("sha256").update(String(size.files));
  for (const folder of ["app/migrations", "test/bench/generate"]) {
    const names = readdirSync(projectFile(folder), { recursive: true, encoding: "utf8" });
    for (const file of names.filter((name) => name.endsWith(".ts")).toSorted()) {
      stamp.update(readFileSync(join(projectFile(folder), file)));
    }
  }
  return stamp.digest("hex");
}
