import { expect } from "chai";
import { parseInfo } from "../../backups/engine/parse-info.ts";
import {
  parseBackup,
  parseCheck,
  parseFiles,
  parseLock,
  parseSnapshots,
} from "../../backups/engine/parse-restic.ts";
import { parseVerify } from "../../backups/engine/parse-verify.ts";
import { isStale } from "../../backups/engine/stale-lock.ts";
import { findDoubles, findGaps } from "../../backups/engine/wal-gaps.ts";
import { info, verified } from "./recorded.ts";

/** What the tools print, recorded, since what they return says nothing. */
describe("Reading what the backup tools say", () => {
  it("lists sets with what each needs", () => {
    const { isUsable, sets } = parseInfo(info.good, "secretariat");
    expect(isUsable).to.equal(true);
    expect(sets.map(({ label, type, needs }) => [label, type, needs])).to.deep.equal([
      ["20261122-035544F", "full", []],
      ["20261122-035544F_20261122-035549D", "diff", ["20261122-035544F"]],
    ]);
    expect(sets[1]?.stopLsn).to.equal("0/5000100");
  });

  it("takes a new repository for usable, and one of another passphrase not", () => {
    expect(parseInfo(info.empty, "secretariat")).to.deep.include({ isUsable: true, sets: [] });
    const wrong = parseInfo(info.wrongPassphrase, "secretariat");
    expect(wrong.isUsable).to.equal(false);
    expect(wrong.message).to.equal("[FormatError] unable to load info file");
    expect(parseInfo("\u0000 no JSON", "secretariat").isUsable).to.equal(false);
    expect(parseInfo("[]", "secretariat").message).to.equal("the stanza is missing");
  });

  it("believes verify only where every set was judged and found valid", () => {
    const labels = ["20261122-035544F", "20261122-035544F_20261122-035549D"];
    expect(parseVerify(verified.good, labels)).to.deep.equal({ isWhole: true, faults: [] });
    expect(parseVerify(verified.good, [...labels, "20261123-000000F"]).faults).to.deep.equal([
      "20261123-000000F was not judged",
    ]);
    expect(parseVerify(verified.damagedFile, labels).faults).to.include(
      "20261122-035544F is damaged",
    );
    expect(parseVerify(verified.damagedWal, labels).faults).to.include(
      "WAL of 15-1: 7 of 8 segments are whole",
    );
  });

  it("does not take an empty repository for a whole one, as pgBackRest does", () => {
    expect(parseVerify(verified.empty, []).isWhole).to.equal(false);
    expect(parseVerify(verified.noInfo, []).faults).to.include("No usable backup.info file");
    expect(parseVerify("", []).isWhole).to.equal(false);
  });

  it("sees a missing segment of WAL, which verify does not look for", () => {
    const hash = "a".repeat(40);
    const name = (log: string, low: string): string => `00000001${log}${low}-${hash}.zst`;
    const names = [name("00000000", "000000FE"), name("00000000", "000000FF")];
    expect(findGaps([...names, name("00000001", "00000000")])).to.deep.equal([]);
    expect(findGaps([...names, name("00000001", "00000002")])).to.deep.equal([
      {
        timeline: 1,
        after: "0000000100000000000000FF",
        before: "000000010000000100000002",
        missing: 2,
      },
    ]);
    expect(findGaps(["00000002.history", "000000010000000000000002.00000028.backup"])).to.be.empty;
    const twice = `0000000100000000000000FE-${"b".repeat(40)}.zst`;
    expect(findDoubles([...names, twice])).to.deep.equal(["0000000100000000000000FE"]);
  });

  it("believes restic's check only when it read the data and says so", () => {
    expect(parseCheck("load indexes\nread all data\nno errors were found").isWhole).to.equal(true);
    expect(parseCheck("load indexes\nno errors were found").isWhole).to.equal(false);
    const torn =
      "read all data\nPack ID does not match, want b0, got 18\nFatal: repository contains errors";
    expect(parseCheck(torn)).to.deep.equal({
      isWhole: false,
      faults: ["Pack ID does not match, want b0, got 18", "Fatal: repository contains errors"],
    });
    expect(parseCheck("Fatal: wrong password or no key found").isWhole).to.equal(false);
  });

  it("believes it of a part only when that very part was read", () => {
    const second = { number: 2, of: 4 };
    const read = (line: string): boolean =>
      parseCheck(`load indexes\n${line}\nno errors were found`, second).isWhole;
    // As restic 0.14 says it.
    expect(read("read group #2 of 3 data packs (out of total 6 packs in 4 groups)")).to.be.true;
    expect(read("read group #2 of 0 data packs (out of total 6 packs in 4 groups)")).to.be.true;
    expect(read("read group #1 of 3 data packs (out of total 6 packs in 4 groups)")).to.be.false;
    expect(read("read group #2 of 3 data packs (out of total 6 packs in 14 groups)")).to.be.false;
    expect(read("")).to.be.false;
    const part = "read group #2 of 3 data packs (out of total 6 packs in 4 groups)";
    expect(parseCheck(`${part}\nno errors were found`).isWhole).to.equal(false);
  });

  it("reads snapshots, summaries and files among other lines", () => {
    const listed = `reading repository password from stdin\n[{"time":"2026-11-22T04:00:00Z","tags":["documents"],"id":"30ab"}]\n`;
    expect(parseSnapshots(listed)?.[0]?.id).to.equal("30ab");
    expect(parseSnapshots("null\n")).to.deep.equal([]);
    expect(parseSnapshots("Fatal: no")).to.equal(undefined);
    const summary = `{"message_type":"status"}\n{"message_type":"summary","snapshot_id":"30ab","total_files_processed":2,"total_bytes_processed":303000,"data_added":5}\n`;
    expect(parseBackup(summary)).to.deep.equal({ id: "30ab", files: 2, bytes: 303000, added: 5 });
    expect(parseBackup("")).to.equal(undefined);
    const files = `{"struct_type":"snapshot"}\n{"struct_type":"node","type":"dir","path":"/a"}\n{"struct_type":"node","type":"file","path":"/a/b","size":7}`;
    expect(parseFiles(files)).to.deep.equal([{ path: "/a/b", bytes: 7 }]);
  });

  it("calls a lock stale only when its process on this host is long dead", () => {
    const text = `{"time":"2026-11-22T03:00:00Z","exclusive":false,"hostname":"here","username":"root","pid":77}`;
    const lock = parseLock(`reading repository password from stdin\n${text}`);
    if (!lock) {
      throw new Error("The lock was not read");
    }
    let bootedAt = new Date("2026-11-01T00:00:00Z");
    const at = (time: string, alive: boolean, host = "here") =>
      isStale(lock, { host, now: new Date(time), bootedAt, isAlive: () => alive });
    expect(at("2026-11-22T03:31:00Z", false)).to.equal(true);
    expect(at("2026-11-22T03:29:00Z", false)).to.equal(false);
    expect(at("2026-11-25T03:00:00Z", true)).to.equal(false);
    expect(at("2026-11-25T03:00:00Z", false, "elsewhere")).to.equal(false);

    bootedAt = new Date("2026-11-24T00:00:00Z");
    expect(at("2026-11-25T03:00:00Z", true), "its number is another's now").to.equal(true);
    expect(at("2026-11-25T03:00:00Z", true, "elsewhere")).to.equal(false);
  });
});
