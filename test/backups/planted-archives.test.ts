import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { expect } from "chai";
import { archiveConfiguration } from "../../backups/escrow/configuration.ts";
import { memoryFolder } from "../../backups/escrow/memory-folder.ts";
import { proveEscrow } from "../../backups/escrow/prove.ts";
import { splitEscrow } from "../../backups/escrow/split.ts";
import { signingKeyName } from "../../backups/manifest/sign.ts";
import { NothingVouchedFor, openWithShares } from "../../backups/restore/from-escrow.ts";
import { scenePlaces } from "./scene.ts";

/** Whoever may write to the backups can encrypt an archive to the escrow; a bare host must not take his keys. */
describe("An archive that somebody planted", function () {
  this.timeout(60_000);
  let folder: string;
  let shares: readonly string[];
  const office = () => scenePlaces(folder, "office");
  /** A bare host: it has the folder of the backups and nothing else. */
  const bare = () => ({ folder: office().folder, state: join(folder, "bare") });

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), "planted-"));
    for (const who of ["office", "thief"]) {
      const places = scenePlaces(folder, who);
      [places.keys, places.credentials].forEach((path) => mkdirSync(path, { recursive: true }));
    }
    shares = (await splitEscrow(office(), { recipients: [], shares: 5, threshold: 3 })).paper;
    await archiveConfiguration(office(), new Date("2026-11-21T04:00:00Z"));
  });
  after(() => rmSync(folder, { recursive: true }));

  const openedWith = async (): Promise<string> => {
    const opened = await openWithShares(bare(), shares.slice(1, 4));
    await opened?.discard();
    return opened?.archive ?? "";
  };

  it("is passed over, however new: the officers' shares know whose signature counts", async () => {
    const thief = scenePlaces(folder, "thief");
    mkdirSync(thief.state, { recursive: true });
    cpSync(join(office().state, "escrow.json"), join(thief.state, "escrow.json"));
    const planted = await archiveConfiguration(thief, new Date("2026-11-22T04:00:00Z"));
    const name = planted?.name ?? "";
    for (const file of [name, `${name}.statement`]) {
      cpSync(join(thief.folder, "configuration", file), at(file));
    }
    expect(await openedWith()).to.equal("20261121T040000Z.tar.age");
  });

  it("is passed over under a genuine statement of another moment", async () => {
    const older = "20261121T040000Z.tar.age";
    const newer = "20261122T040000Z.tar.age";
    cpSync(at(`${older}.statement`), at(`${newer}.statement`));
    expect(await openedWith()).to.equal(older);
    cpSync(at(older), at(newer)); // the very archive, under a later name
    expect(await openedWith()).to.equal(older);
  });

  it("opens nothing where it is the only one", async () => {
    const older = "20261121T040000Z.tar.age.statement";
    const text = readFileSync(at(older), "utf8");
    expect(text).to.include("BEGIN PUBLIC KEY");
    renameSync(at(older), join(folder, "aside"));
    const refused = await openedWith().catch((error: unknown) => error);
    renameSync(join(folder, "aside"), at(older));
    expect(refused).to.be.instanceOf(NothingVouchedFor);
  });

  it("leaves nothing unsealed in memory, not even of a run that was killed", async () => {
    const left = join(memoryFolder(), "secretariat-foundations-4194305-left"); // no process has that number
    mkdirSync(left, { recursive: true });
    await openedWith();
    const names = readdirSync(memoryFolder());
    expect(names.filter((name) => name.startsWith(basename(left)))).to.deep.equal([]);
    expect(names.filter((name) => name.includes(`-foundations-${process.pid}-`))).to.deep.equal([]);
  });

  it("is told of when the escrow is proven on a host that signs with another key", async () => {
    const key = join(office().state, signingKeyName);
    renameSync(key, join(folder, "key"));
    const proof = await proveEscrow(office(), shares.slice(0, 3));
    rmSync(key);
    renameSync(join(folder, "key"), key);
    expect(proof).to.deep.equal({ isProven: false, reason: "signer" });
  });

  const at = (file: string): string => join(office().folder, "configuration", file);
});
