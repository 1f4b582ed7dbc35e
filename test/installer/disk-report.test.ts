import { expect } from "chai";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { writtenPlaces } from "../../backups/places.ts";
import { reportDisk } from "../../installer/disk/report.ts";
import { scenePlaces } from "../backups/scene.ts";

describe("The report on disks", function () {
  this.timeout(60_000);
  const folder = mkdtempSync(join(tmpdir(), "disk-report-"));
  const backups = join(folder, "backups");
  const file = join(folder, "backups.json");
  const usual = process.env["SECRETARIAT_BACKUPS"];

  after(() => {
    if (usual === undefined) {
      delete process.env["SECRETARIAT_BACKUPS"];
    } else {
      process.env["SECRETARIAT_BACKUPS"] = usual;
    }
    rmSync(folder, { recursive: true, force: true });
  });

  it("looks for backups where this site keeps them, and before that where they usually are", async () => {
    process.env["SECRETARIAT_BACKUPS"] = file;
    expect((await reportDisk()).disks.map(({ path }) => path)).to.not.include(backups);
    mkdirSync(backups);
    writeFileSync(join(backups, "set"), "x".repeat(70_000));
    writeFileSync(file, writtenPlaces(scenePlaces(folder)));
    const { disks, folders } = await reportDisk();
    expect(disks.map(({ path }) => path)).to.include(backups);
    expect(disks.map(({ path }) => path)).to.not.include("/var/backups/secretariat");
    expect(folders.find(({ path }) => path === backups)?.bytes).to.be.greaterThan(70_000);
  });
});
