import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { expect } from "chai";
import { createStanza } from "../../../backups/engine/pgbackrest.ts";
import { createStore } from "../../../backups/engine/restic.ts";
import { splitEscrow } from "../../../backups/escrow/split.ts";
import { backUpDocuments, carryAway } from "../../../backups/keep/back-up-documents.ts";
import { backUpSet } from "../../../backups/keep/back-up-set.ts";
import { inIndia } from "../../../backups/restore/moment.ts";
import { blocksOf } from "../../backups/runbook.ts";
import { damage, filesBelow } from "./support/damage.ts";
import { openOffice, type Office } from "./support/office.ts";

/** Whoever follows the text only, gets there: its own commands are run, in the order they stand. */
describe("Following the runbooks", function () {
  this.timeout(400_000);
  let office: Office;
  let shares: readonly string[];

  before(async () => {
    office = await openOffice("books");
    await office.grow(8);
    writeCommands(office);
    writeSecondHost(office);
    await createStanza(office.places);
    const wish = { recipients: [], shares: 5, threshold: 3 };
    shares = (await splitEscrow(office.places, wish)).paper;
    await backUpSet(office.places, { product: "0.1.0" });
    await carryAway(office.places);
  });
  after(() => office.close());

  const events = async (): Promise<number> =>
    Number((await office.sql<{ n: string }>("select count(*) as n from events"))[0]?.n);
  const verified = async (): Promise<string> =>
    (await office.product(["verify"])).output
      .split("\n")
      .find((line) => line.startsWith("The record")) ?? "";
  const type = (block: string, values: Readonly<Record<string, string>> = {}): string =>
    typeBlock(office, block, values);
  const giveShares = (given: readonly string[] = shares.slice(1, 4)): void =>
    writeFileSync(join(office.folder, "shares.txt"), `${given.join("\n")}\n`);

  it("wrong-delete: back to before the mistake", async () => {
    const before = await events();
    await pause(1500);
    const MOMENT = inIndia(new Date(Date.now() + 999));
    await pause(2500);
    await office.sql("set session_replication_role = replica; delete from events");
    await office.sql("select pg_switch_wal()");
    await pause(1500);
    for (const block of blocksOf("wrong-delete", "en")) {
      type(block, { MOMENT });
    }
    expect(await events()).to.be.at.least(before);
    expect(await verified()).to.match(/^The record is whole/);
  });

  it("key-lost: the keys come back, and the shares are made anew", async () => {
    await backUpSet(office.places, { product: "0.1.0" });
    await rm(office.places.keys, { recursive: true });
    mkdirSync(office.places.keys);
    const [keys = "", split = "", prove = ""] = blocksOf("key-lost", "en");
    giveShares();
    type(keys);
    expect(await verified()).to.match(/^The record is whole/);
    shares = type(split).match(/escrow-\d-[0-9a-f]+/g) ?? [];
    giveShares(shares.slice(0, 3));
    type(`SHARES=/run/shares.txt\n${prove}`);
  });

  it("disk-loss: everything comes back from the backups and three shares", async () => {
    await backUpSet(office.places, { product: "0.1.0" });
    const before = await events();
    await office.sql("select pg_switch_wal()");
    await pause(1500);
    await office.stop();
    const { documents, keys, state, postgres } = office.places;
    for (const path of [documents, keys, state, postgres.data]) {
      await rm(path, { recursive: true });
      mkdirSync(path, { mode: 0o700 });
    }
    giveShares();
    for (const block of blocksOf("disk-loss", "en")) {
      type(block);
    }
    expect(await events()).to.be.at.least(before);
    expect(await verified()).to.match(/^The record is whole/);
  });

  it("ransomware: back from the second host, as it was before the attack", async () => {
    await backUpDocuments(office.places);
    await office.sql("select pg_switch_wal()");
    await pause(1500);
    await carryAway(office.places);
    const before = await events();
    await pause(1500);
    const ATTACK = inIndia(new Date(Date.now() + 999));
    await pause(2000);
    for (const part of ["database", "store", "configuration", "manifests"]) {
      for (const path of await filesBelow(join(office.places.folder, part))) {
        await damage(path);
      }
    }
    for (const path of await filesBelow(office.places.documents)) {
      await damage(path);
    }
    await carryAway(office.places).catch(() => undefined); // nonsense, beside what was there
    giveShares();
    for (const block of blocksOf("ransomware", "en")) {
      type(block, { ATTACK });
    }
    expect(await events()).to.be.at.least(before);
    expect(await verified()).to.match(/^The record is whole/);
  });

  it("site-lost: everything comes back from the second host and three shares", async () => {
    await backUpDocuments(office.places);
    await office.sql("select pg_switch_wal()");
    await pause(1500);
    await carryAway(office.places);
    const before = await events();
    await office.stop();
    const { documents, keys, state, postgres, folder, credentials } = office.places;
    for (const path of [documents, keys, state, postgres.data, folder, credentials]) {
      await rm(path, { recursive: true });
      mkdirSync(path, { mode: 0o755 });
    }
    // What a new installation made for itself, with a passphrase that the escrow does not know.
    await createStore({ at: { folder: join(folder, "store") }, passphrase: "of the new machine" });
    giveShares();
    for (const block of blocksOf("site-lost", "en")) {
      type(block);
    }
    expect(await events()).to.be.at.least(before);
    expect(await verified()).to.match(/^The record is whole/);
  });
});

/** Runs one block as typed, but for the places of this office and the moments of this test. */
function typeBlock(
  office: Office,
  block: string,
  values: Readonly<Record<string, string>>,
): string {
  const { places, folder } = office;
  const here = block
    .replaceAll("/var/lib/secretariat/documents", places.documents)
    .replaceAll("/var/backups/secretariat", places.folder)
    .replaceAll("/run/shares.txt", join(folder, "shares.txt"))
    .replace(/^([A-Z]+)=.*$/gm, (line, name: string) =>
      values[name] === undefined ? line : `${name}="${values[name]}"`,
    );
  // Values live on from block to block, as in the shell of whoever types.
  const kept = Object.entries(values).map(([name, value]) => `${name}="${value}"`);
  const shared = [`SHARES=${join(folder, "shares.txt")}`, ...kept].join("\n");
  const ran = spawnSync("sh", ["-eu", "-c", `${shared}\n${here}`], {
    encoding: "utf8",
    env: { ...process.env, PATH: `${join(folder, "bin")}:${process.env["PATH"] ?? ""}` },
    timeout: 180_000,
  });
  expect(ran.status, `${block}\n${ran.stdout}${ran.stderr}`).to.equal(0);
  return ran.stdout;
}

/** `secretariat` as on a host, but for what needs systemd: web and database are this test's own. */
function writeCommands({ folder, places, placesFile }: Office): void {
  const bin = join(folder, "bin");
  mkdirSync(bin);
  const main = join(places.application.build, "installer/command/main.js");
  const { data, binaries } = places.postgres;
  const control = `setpriv --reuid=postgres --regid=postgres --init-groups ${binaries}/pg_ctl -D ${data}`;
  const command = [
    "#!/bin/sh",
    'case "$1" in start|stop) exit 0;; esac',
    `[ "$1 $2" = "audit verify" ] && exit 0`,
    `exec env SECRETARIAT_BACKUPS=${placesFile} ${process.execPath} ${main} "$@"`,
  ];
  const system = [
    "#!/bin/sh",
    `log=${folder}/log/postgres.log`,
    'case "$1 $2" in',
    `"stop postgresql@15-secretariat") ${control} -w -m fast stop >/dev/null 2>&1 || true;;`,
    `"start postgresql@15-secretariat") ${control} -w -l "$log" start >/dev/null;;`,
    '*) echo "unexpected: $*" >&2; exit 1;;',
    "esac",
  ];
  writeFileSync(join(bin, "secretariat"), `${command.join("\n")}\n`, { mode: 0o755 });
  writeFileSync(join(bin, "systemctl"), `${system.join("\n")}\n`, { mode: 0o755 });
}

/** A folder plays the second host; what it refuses is shown elsewhere. */
function writeSecondHost({ folder }: Office): void {
  const settings = join(folder, "etc/second-host");
  mkdirSync(settings);
  mkdirSync(join(folder, "second"));
  writeFileSync(join(settings, "address"), join(folder, "second"), { mode: 0o600 });
  const kind = ["req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1"];
  const named = ["-nodes", "-subj", "/CN=second", "-days", "2", "-keyout", "/dev/null"];
  const out = ["-out", join(settings, "authority.crt")];
  execFileSync("openssl", [...kind, ...named, ...out], { stdio: "ignore" });
  expect(readFileSync(join(settings, "authority.crt"), "utf8")).to.include("BEGIN CERTIFICATE");
  rmSync(join(folder, "shares.txt"), { force: true });
}
