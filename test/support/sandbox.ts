import type { Transaction } from "sequelize";
import { database, projectFile } from "../../app/base/index.ts";
import { useSandbox } from "../../app/base/database.ts";
import { presume } from "../../app/base/standpoint.ts";
import { migrate } from "../../app/base/migrate.ts";

let migrated: Promise<unknown> | undefined;

/** Brings the database of this run forward, once. */
export function migrateOnce(): Promise<unknown> {
  migrated ??= migrate(ownerUrl(), projectFile("app/migrations")).then(allowConfidential);
  return migrated;
}

/** A new installation takes in nothing confidential before an order allows it; the office of the tests has one. */
async function allowConfidential(): Promise<void> {
  await database().query(
    `insert into parameters (name, value, from_on, order_number, order_on)
     select 'rights.confidential', 'true', '2000-01-01', 'GAD/CONF/1', '2000-01-01'
     where not exists (select from parameters where name = 'rights.confidential')`,
  );
}

/**
 * Every case of this suite runs inside a transaction that is rolled back: the next finds nothing. What a case
 * itself writes and reads is not held back by row security; what it asks over HTTP is, as in production.
 */
export function sandboxed(): void {
  let outer: Transaction;
  before(async function () {
    this.timeout(60_000);
    await migrateOnce();
    presume("test");
  });
  beforeEach(async () => {
    outer = await database().transaction();
    useSandbox(outer);
  });
  afterEach(async () => {
    useSandbox(undefined);
    await outer.rollback();
  });
}

/** For suites on real connections, whose writes stay: they make their own units and look at nothing else. */
export function unsandboxed(): void {
  before(async function () {
    this.timeout(60_000);
    await migrateOnce();
    presume("test");
  });
}

export function ownerUrl(): string {
  return required("SECRETARIAT_OWNER_DATABASE_URL");
}

export function superuserUrl(): string {
  return required("SECRETARIAT_TEST_SUPERUSER_URL");
}

function required(name: string): string {
  const value = process.env[name];
  if (!value) {
    throw new Error(`${name} is not set: run the tests with npm test`);
  }
  return value;
}
