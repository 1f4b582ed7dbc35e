import { spawn } from "node:child_process";
import { text } from "node:stream/consumers";
import { expect } from "chai";
import { superuserUrl } from "../support/sandbox.ts";
import { asSuperuser, inDatabase } from "../../installer/local/provision.ts";
import type { Result } from "./matrix.ts";

/**
 * The whole matrix, in a process and a database of its own: its checks get their switches before any of the
 * product is loaded, and row security is taken down and put up again.
 */
describe("Who may do what, asked of every route and table", function () {
  this.timeout(900_000);

  it("is as the table says, and no check can be left out", async () => {
    const { result, faults } = await runAlone();
    expect(faults).to.equal("");
    expect(result.cells).to.be.at.least(10_000);
    expect(result.routesCovered).to.equal(result.routes);
    expect(result.mutants).to.be.at.least(150);
    expect(result.mutantsKilled).to.equal(result.mutants);
  });
});

async function runAlone(): Promise<{ result: Result; faults: string }> {
  const env = { ...process.env, ...(await ownDatabase()) };
  const command = ["--import=tsx", "test/rights/main.ts", "--json"];
  const child = spawn(process.execPath, command, { env, stdio: ["ignore", "pipe", "pipe"] });
  const [output, told] = await Promise.all([text(child.stdout), text(child.stderr)]);
  const faults = told.split("\n").filter((line) => /^(✗| {4})/.test(line));
  const last = output.trim().split("\n").at(-1) ?? "";
  if (!last.startsWith("{")) {
    throw new Error(`The matrix broke off:\n${told.slice(-4000)}`);
  }
  return { result: JSON.parse(last) as Result, faults: faults.join("\n") };
}

const name = "secretariat_rights";

/** An empty database beside that of the other suites. */
async function ownDatabase(): Promise<NodeJS.ProcessEnv> {
  await asSuperuser(superuserUrl(), async (client) => {
    await client.query(`drop database if exists ${name} with (force)`);
    await client.query(`create database ${name} owner secretariat_owner`);
  });
  await asSuperuser(inDatabase(superuserUrl(), name), async (client) => {
    for (const extension of ["pg_trgm", "unaccent", "btree_gist", "pgcrypto"]) {
      await client.query(`create extension if not exists ${extension}`);
    }
  });
  const moved = ["SECRETARIAT_DATABASE_URL", "SECRETARIAT_OWNER_DATABASE_URL"];
  return Object.fromEntries(
    moved.map((setting) => [setting, inDatabase(process.env[setting] ?? "", name)]),
  );
}
