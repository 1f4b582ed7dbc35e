import { execFileSync, spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { renderFigures } from "../../backups/figures/render.ts";
import { carryAway } from "../../backups/keep/back-up-documents.ts";
import type { BackupPlaces } from "../../backups/places.ts";
import { partOfWeek, readSecond } from "../../backups/verify/read-second.ts";
import { noteSecond } from "../../backups/verify/second-note.ts";
import { scenePlaces } from "./scene.ts";

const nothing = { staleLocks: 0, failures: 0 };
const all = { number: 1, of: 1 };

describe("Reading the second host back", function () {
  this.timeout(60_000);
  let folder: string;
  let places: BackupPlaces;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "second-read-"));
    const at = (name: string): string => join(folder, name);
    const second = { addressFile: at("address"), authority: at("authority.crt") };
    places = { ...scenePlaces(folder), second };
    for (const name of ["state", "documents", "credentials", "there", "backups/configuration"]) {
      mkdirSync(at(name), { recursive: true, mode: 0o700 });
    }
    writeFileSync(join(places.credentials, "documents-passphrase"), "x", { mode: 0o600 });
    writeFileSync(join(places.folder, "configuration/archive"), "sealed");
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it("comes to every part once in so many weeks", () => {
    const weeks = [0, 7, 14, 21, 28].map((day) => new Date(Date.UTC(2026, 10, 21 + day)));
    const parts = weeks.map((at) => partOfWeek(at, 4).number);
    expect(parts.slice(0, 4).toSorted((one, other) => one - other)).to.deep.equal([1, 2, 3, 4]);
    expect(parts[4]).to.equal(parts[0]);
    expect(partOfWeek(new Date(), 1)).to.deep.equal(all);
  });

  it("is told by its figures, and not of a second host that is named no more", async () => {
    const told = async (here: BackupPlaces): Promise<string> => renderFigures(here, nothing);
    expect(await told(places)).not.to.include("second_read");
    await noteSecond(places, { at: new Date(1_800_000_000_000), isGood: false, seconds: 7 });
    expect(await told(places))
      .to.match(/^secretariat_backup_second_read_timestamp_seconds 1800000000$/m)
      .and.match(/^secretariat_backup_second_read_good 0$/m)
      .and.match(/^secretariat_backup_second_read_duration_seconds 7$/m);
    expect(await told(scenePlaces(folder))).not.to.include("second_read");
  });

  it("is nothing where none is named or its address was not brought", async () => {
    expect(await readSecond(places, all)).to.equal(undefined);
    expect(await readSecond(scenePlaces(folder), all)).to.equal(undefined);
  });

  describe("of a folder that plays it", () => {
    beforeEach(async function () {
      if (spawnSync("restic", ["version"]).status !== 0) {
        this.skip(); // restic comes with the tests of the appliance
      }
      const { addressFile = "", authority = "" } = places.second ?? {};
      writeFileSync(addressFile, join(folder, "there"), { mode: 0o600 });
      const kind = ["req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1"];
      const named = ["-nodes", "-subj", "/CN=x", "-keyout", "/dev/null", "-out", authority];
      execFileSync("openssl", [...kind, ...named], { stdio: "ignore" });
      for (const name of ["database", "manifests"]) {
        mkdirSync(join(places.folder, name));
      }
      for (const letter of ["one", "two", "three"]) {
        writeFileSync(join(places.documents, letter), randomBytes(100_000));
        await carryAway(places);
      }
    });

    it("finds a byte that was changed, in the week whose part it lies in", async () => {
      const weeks = [1, 2, 3, 4].map((number) => ({ number, of: 4 }));
      const found = async (): Promise<number[]> => {
        const bad: number[] = [];
        for (const part of weeks) {
          const verdict = await readSecond(places, part);
          bad.push(...(verdict?.isWhole ? [] : [part.number]));
        }
        return bad;
      };
      expect(await found()).to.deep.equal([]);
      change(largestPack(join(folder, "there")));
      expect(await found()).to.have.length(1);
      const verdict = await readSecond(places, all);
      expect(verdict?.faults.join("\n")).to.match(/^second host, backups: /m);
    });

    it("finds one in what only the escrow opens, too", async () => {
      change(largestPack(join(folder, "there/configuration")));
      const verdict = await readSecond(places, all);
      expect(verdict?.isWhole).to.equal(false);
      expect(verdict?.faults.join("\n")).to.match(/^second host, configuration: /m);
    });
  });
});

function largestPack(store: string): string {
  const entries = readdirSync(join(store, "data"), { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  const paths = files.map(({ parentPath, name }) => join(parentPath, name));
  const bySize = paths.toSorted((one, other) => sizeOf(one) - sizeOf(other));
  return bySize.at(-1) ?? expect.fail("no pack");
}

function sizeOf(path: string): number {
  return readFileSync(path).length;
}

function change(path: string): void {
  const bytes = readFileSync(path);
  bytes[20] = (bytes[20] ?? 0) ^ 1;
  chmodSync(path, 0o600);
  writeFileSync(path, bytes);
}
