import { mkdir, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { expect } from "chai";
import { createStanza } from "../../../backups/engine/pgbackrest.ts";
import { hashOfFile } from "../../../backups/engine/restic.ts";
import { decryptFile, makeKeyPair, type KeyPair } from "../../../backups/escrow/age.ts";
import { readEscrow } from "../../../backups/escrow/facts.ts";
import { proveEscrow } from "../../../backups/escrow/prove.ts";
import { splitEscrow } from "../../../backups/escrow/split.ts";
import { backUpDocuments } from "../../../backups/keep/back-up-documents.ts";
import { backUpSet } from "../../../backups/keep/back-up-set.ts";
import { countRows } from "../../../backups/manifest/take-point.ts";
import { asSuperuser } from "../../../backups/postgres/as-superuser.ts";
import { giveTo } from "../../../backups/postgres/scratch-cluster.ts";
import { layFoundations, openWithShares } from "../../../backups/restore/from-escrow.ts";
import { runRestore } from "../../../backups/restore/run.ts";
import { keepSecret } from "../../../installer/command/families/restore/keep-secret.ts";
import { filesBelow } from "./support/damage.ts";
import { openOffice, type Office } from "./support/office.ts";

describe("When the disk is lost", function () {
  this.timeout(300_000);
  let office: Office;
  const officers: KeyPair[] = [];
  const took = (what: string, since: number): void =>
    void process.stdout.write(
      `        ${what} ${((performance.now() - since) / 1000).toFixed(1)} s\n`,
    );

  before(async () => {
    office = await openOffice("loss");
    await office.grow(15);
    for (let number = 0; number < 5; number += 1) {
      officers.push(await makeKeyPair());
    }
  });
  after(() => office.close());

  /** What an officer does with his own key, away from this host. */
  const shareOf = (number: number): Promise<string> =>
    decryptFile(
      officers[number - 1]?.identity ?? "",
      join(office.places.folder, `escrow/share-${number}.age`),
    ).then((text) => text.trim());

  const contents = async (): Promise<Record<string, string>> => {
    const files = await filesBelow(office.places.documents);
    const hashed = await Promise.all(files.map(async (path) => [path, await hashOfFile(path)]));
    return Object.fromEntries(hashed) as Record<string, string>;
  };

  it("the escrow was proven by three of five officers, and by no two", async () => {
    const recipients = officers.map(({ recipient }) => recipient);
    await createStanza(office.places);
    await splitEscrow(office.places, { recipients, shares: 5, threshold: 3 });
    await backUpSet(office.places, { product: "0.1.0" });
    const shares = await Promise.all([1, 4, 5].map(shareOf));
    expect(await proveEscrow(office.places, shares.slice(0, 2))).to.deep.equal({
      isProven: false,
      reason: "shares",
    });
    const { isProven } = await proveEscrow(office.places, shares);
    expect(isProven).to.equal(true);
    expect((await readEscrow(office.places.state))?.provenWith).to.deep.equal([1, 4, 5]);
  });

  it("everything comes back from the repositories and three shares alone", async () => {
    const { places } = office;
    await office.grow(5); // after the set: only the WAL and the hourly documents know of it
    await backUpDocuments(places);
    const before = await asSuperuser(places.postgres, countRows);
    const documents = await contents();
    await office.sql("select pg_switch_wal()");
    await pause(1500);
    await office.stop();
    const shares = await Promise.all([2, 3, 5].map(shareOf));

    const { secrets } = places.pgbackrest;
    const lost = [places.documents, places.keys, places.state, places.credentials, secrets];
    for (const path of [...lost, places.postgres.data, ...places.settings, places.figures]) {
      await rm(path, { recursive: true });
    }

    const since = performance.now();
    for (const path of [...lost, ...places.settings]) {
      await mkdir(path, { recursive: true, mode: 0o700 });
    }
    await giveTo(places.postgres.user, secrets);
    const opened = await openWithShares(places, shares);
    expect(opened, "three shares open the archive").to.not.equal(undefined);
    if (opened) {
      await layFoundations(places, opened, (name, value) => keepSecret(places, name, value));
      await opened.discard();
    }
    const note = await runRestore(places, { wish: { kind: "latest" } });
    await giveTo(places.application.user, places.documents);
    await office.start();
    took("disk loss to a running database", since);

    const after = await asSuperuser(places.postgres, countRows);
    const { read_only_spells: spells = 0, ...rows } = before.rows;
    expect(after.rows).to.deep.equal({ ...rows, read_only_spells: spells + 1 }); // until accepted
    expect(after.seals).to.equal(before.seals);
    expect(note.lostSeals).to.equal(0);
    expect(await contents()).to.deep.equal(documents);
    const { output } = await office.product(["verify"]);
    expect(output).to.match(/^The record is whole/m);
  });

  it("two shares, or a wrong one, bring nothing back", async () => {
    const [one = "", two = "", five = ""] = await Promise.all([1, 2, 5].map(shareOf));
    const wrong = five.replace(/.$/, (digit) => (digit === "0" ? "1" : "0"));
    for (const shares of [
      [one, two],
      [one, two, wrong],
      [one, one, two],
      [one, two, "escrow"],
    ]) {
      expect(await openWithShares(office.places, shares)).to.equal(undefined);
    }
  });

  it("nobody finds a passphrase or a key in the backups", async () => {
    const folder = await mkdtemp(join(tmpdir(), "canaries-"));
    const secrets = await Promise.all(
      ["documents-passphrase", "backup-passphrase"].map((name) =>
        readFile(join(office.places.credentials, name)),
      ),
    );
    const key = await readFile(join(office.places.keys, "lookup.key"));
    for (const path of await filesBelow(office.places.folder)) {
      const bytes = await readFile(path);
      for (const secret of [...secrets, key]) {
        expect(bytes.includes(secret), path).to.equal(false);
      }
    }
    await rm(folder, { recursive: true });
  });
});
