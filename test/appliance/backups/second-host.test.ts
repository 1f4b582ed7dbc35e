import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { copyFile, mkdir, readdir, rename, rm, stat, unlink, writeFile } from "node:fs/promises";
import { request } from "node:https";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { expect } from "chai";
import { archiveTimeoutSeconds } from "../../../backups/conf/render.ts";
import { createStanza } from "../../../backups/engine/pgbackrest.ts";
import { carryAway } from "../../../backups/keep/back-up-documents.ts";
import { backUpSet } from "../../../backups/keep/back-up-set.ts";
import { renderFigures } from "../../../backups/figures/render.ts";
import { readHappened } from "../../../backups/figures/record.ts";
import { readRepositories } from "../../../backups/verify/read-repositories.ts";
import { fetchBackups } from "../../../backups/restore/fetch-from-second.ts";
import { writtenPlaces } from "../../../backups/places.ts";
import { acceptRestore } from "../../../backups/restore/accept.ts";
import { runRestore } from "../../../backups/restore/run.ts";
import { readCarried } from "../../../backups/shipping/carried-note.ts";
import { followArchive, WalCarrier } from "../../../backups/shipping/carry-wal.ts";
import { listShelf, shelfOf, type Shelf } from "../../../backups/shipping/shelf.ts";
import { readSecondNote } from "../../../backups/verify/second-note.ts";
import { damage, filesBelow } from "./support/damage.ts";
import { openOffice, type Office } from "./support/office.ts";
import { makeSecondHost, type SecondHost } from "./support/second-host.ts";

/**
 * - the WAL is on the second host within seconds, and cannot be deleted or written over there
 * - a second host that is away: the archive here is the queue, and it catches up
 * - what lies there is read back: a changed byte is found, and how to put it right is what the alert says
 * - this host is gone: less than a minute of work is lost
 */
describe("The WAL on the second host", function () {
  this.timeout(400_000);
  let office: Office;
  let second: SecondHost;
  let shelf: Shelf;

  before(async () => {
    office = await openOffice("second");
    await office.grow(3);
    await createStanza(office.places);
    second = await makeSecondHost(join(office.folder, "second"));
    await second.start();
    const settings = join(office.folder, "etc/second-host");
    mkdirSync(settings);
    writeFileSync(join(settings, "address"), second.address, { mode: 0o600 });
    await copyFile(second.certificate, join(settings, "authority.crt"));
    shelf = shelfOf(office.places) ?? expect.fail("no shelf");
  });
  after(async () => {
    await second.stop();
    await office.close();
  });

  const following = (said: string[] = []): { stop: () => Promise<void> } => {
    const stop = new AbortController();
    const done = followArchive(office.places, {
      signal: stop.signal,
      say: (line) => said.push(line),
    });
    return {
      stop: async () => {
        stop.abort();
        await done;
      },
    };
  };
  const history = async (): Promise<string> => {
    const names = await readdir(join(office.places.folder, "database/archive/secretariat"));
    return names.find((name) => /^\d+-\d+$/.test(name)) ?? "";
  };
  const shelved = async (): Promise<string[]> =>
    (await listShelf(shelf, await history())).map(({ name }) => name);
  const switchWal = async (): Promise<string> => {
    const [row] = await office.sql<{ name: string }>(
      "select pg_create_restore_point('x'), pg_walfile_name(pg_switch_wal()) as name",
    );
    return row?.name ?? "";
  };
  const until = async (what: string, isSo: () => Promise<boolean>, seconds = 60): Promise<void> => {
    for (const end = Date.now() + seconds * 1000; Date.now() < end;) {
      if (await isSo()) {
        return;
      }
      await pause(250);
    }
    expect.fail(`not within ${seconds} s: ${what}`);
  };
  const isThere = (segment: string) => async (): Promise<boolean> =>
    (await shelved()).some((name) => name.startsWith(`${segment}-`));

  it("has each segment within seconds, once, as it is here", async () => {
    const follower = following();
    const segment = await switchWal();
    const began = Date.now();
    await until(segment, isThere(segment));
    process.stdout.write(
      `        carried ${((Date.now() - began) / 1000).toFixed(1)} s after it\n`,
    );
    await follower.stop();
    expect(await new WalCarrier(shelf, office.places).carry()).to.be.at.most(1);
    const names = await shelved();
    expect(new Set(names).size).to.equal(names.length);
    const figures = await renderFigures(office.places, await readHappened(office.places));
    expect(figures).to.include("secretariat_backup_second_wal_timestamp_seconds");
  });

  it("deletes nothing and writes over nothing, whoever asks with the right password", async () => {
    const path = (await listShelf(shelf, await history()))[0]?.path ?? "";
    const before = await readFileOf(second, path);
    expect(await answerTo(shelf, "DELETE", path)).to.equal(403);
    expect(await answerTo(shelf, "POST", path)).to.equal(403);
    expect(await answerTo(shelf, "PUT", path)).to.equal(405);
    expect((await readFileOf(second, path)).equals(before)).to.equal(true);
  });

  it("carries again what was torn on its way", async () => {
    const segment = await switchWal();
    const archive = join(office.places.folder, "database/archive/secretariat", await history());
    const folder = join(archive, segment.slice(0, 16));
    await until("archived", async () =>
      (await readdir(folder)).some((name) => name.startsWith(segment)),
    );
    const name = (await readdir(folder)).find((one) => one.startsWith(segment)) ?? "";
    const torn = join(second.folder, "office/wal", await history(), `20260101T000000Z-${name}`);
    await writeFile(torn, "half of it");
    expect(await new WalCarrier(shelf, office.places).carry()).to.be.at.least(1);
    const whole = (await listShelf(shelf, await history())).filter((one) => one.name === name);
    const { size } = await stat(join(folder, name));
    expect(whole.map(({ bytes }) => bytes)).to.include(size);
    await unlink(torn);
  });

  it("is waited for: work goes on, what waits is told, and it catches up", async () => {
    const said: string[] = [];
    await second.stop();
    const follower = following(said);
    const segments = [await switchWal(), await switchWal(), await switchWal()];
    const told = await readCarried(office.places);
    await until("trouble is said", async () => said.length > 0);
    await office.grow(1);
    await pause(6_000);
    expect(await readCarried(office.places), "the alert's clock stands still").to.deep.equal(told);
    expect(said, "said once, not every two seconds").to.have.length(1);
    await second.start();
    for (const segment of segments) {
      await until(segment, isThere(segment));
    }
    await until("all is well is said", async () => said.length > 1);
    expect(said.at(-1)).to.equal("the second host has everything again");
    await until("the alert's clock goes on", async () => {
      const after = await readCarried(office.places);
      return (after?.getTime() ?? 0) > (told?.getTime() ?? 0);
    });
    await follower.stop();
  });

  it("keeps no backup waiting when it stands still", async () => {
    await second.freeze();
    const began = Date.now();
    const refused = await carryAway(office.places).catch((error: unknown) => String(error));
    second.thaw();
    expect(refused).to.include("The second host does not answer");
    expect(Date.now() - began).to.be.below(60_000);
  });

  it("is read back, and a byte that was changed there is found and put right", async () => {
    const there = join(second.folder, "office");
    writeFileSync(office.placesFile, writtenPlaces({ ...office.places, secondReadWeeks: 1 }));
    await carryAway(office.places);
    const began = Date.now();
    expect(readBack(office)).to.match(/^0 Part 1 of 1 .* is whole/);
    process.stdout.write(`        read back in ${((Date.now() - began) / 1000).toFixed(1)} s\n`);
    expect(await readdir(join(there, "locks")).catch(() => [])).to.deep.equal([]);

    const packs = await filesBelow(join(there, "data"));
    await damage(packs[0] ?? expect.fail("no pack"));
    expect(readBack(office)).to.match(/^31 (?:.*\n)*second host, backups: /);
    expect((await readSecondNote(office.places))?.isGood).to.equal(false);

    await second.stop();
    await rename(there, `${there}.damaged`);
    const before = await readSecondNote(office.places);
    expect(readBack(office), "away, which is no damage").to.match(/^31 This did not succeed/);
    expect(await readSecondNote(office.places)).to.deep.equal(before);
    await second.start();
    await carryAway(office.places);
    expect(await new WalCarrier(shelf, office.places).carry()).to.be.greaterThan(0);
    expect(readBack(office)).to.match(/^0 Part 1 of 1 .* is whole/);
  });

  it("loses less than a minute of work with this host", async () => {
    await office.sql("create table diary (at timestamptz)");
    await backUpSet(office.places, { product: "0.1.0" });
    await carryAway(office.places);
    const follower = following();
    const write = async (): Promise<void> =>
      void (await office.sql("insert into diary values (clock_timestamp())"));
    await write();
    const [first] = await office.sql<{ segment: string }>(
      "select pg_walfile_name(pg_current_wal_insert_lsn()) as segment",
    );
    await until(
      "the first segment by the clock",
      async () => {
        await write();
        return isThere(first?.segment ?? "")(); // those of the set may still be on their way
      },
      120,
    );
    // The worst moment to die: the next segment is as old as one gets, and has not left yet.
    const [archived] = await office.sql<{ at: Date }>(
      "select last_archived_time as at from pg_stat_archiver",
    );
    const dies = (archived?.at.getTime() ?? 0) + archiveTimeoutSeconds * 1000 - 4_000;
    while (Date.now() < dies) {
      await write();
      await pause(200);
    }
    const death = Date.now();
    await office.stop("immediate");
    await follower.stop();
    await loseEverything(office);
    await fetchBackups(office.places);
    await runRestore(office.places, { wish: { kind: "latest" } });
    await office.start();
    const [last] = await office.sql<{ at: Date }>("select max(at) as at from diary");
    const lost = (death - (last?.at.getTime() ?? 0)) / 1000;
    process.stdout.write(`        RPO ${lost.toFixed(1)} s\n`);
    expect(lost).to.be.below(60);
    await acceptRestore(office.places, "0.1.0");
    const { faults } = await readRepositories(office.places);
    expect(faults, "the sets of before have their documents on the second host").to.deep.equal([]);
  });
});

/** What the unit of every week runs: its exit code and what it says. */
function readBack({ places, placesFile }: Office): string {
  const main = join(places.application.build, "installer/command/main.js");
  const asked = [main, "backup", "verify", "--second", "--language", "en"];
  const env = { ...process.env, SECRETARIAT_BACKUPS: placesFile };
  const ran = spawnSync(process.execPath, asked, { encoding: "utf8", env, timeout: 120_000 });
  return `${ran.status} ${ran.stdout}${ran.stderr}`;
}

/** But for what the escrow gives back, which other tests show. */
async function loseEverything({ places }: Office): Promise<void> {
  for (const part of [places.documents, places.postgres.data, places.folder]) {
    await rm(part, { recursive: true });
    await mkdir(part, { mode: 0o755 });
  }
}

async function readFileOf({ folder }: SecondHost, path: string): Promise<Buffer> {
  return readFileSync(join(folder, "office/wal", path));
}

function answerTo({ url, authority }: Shelf, method: string, path: string): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  const asked = request(new URL(path, url), { method, ca: authority }, (answer) => {
    answer.resume();
    resolve(answer.statusCode ?? 0);
  });
  asked.on("error", reject);
  asked.end(method === "DELETE" ? undefined : "nonsense");
  return promise;
}
