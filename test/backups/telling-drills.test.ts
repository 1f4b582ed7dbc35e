import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { readHappened, record } from "../../backups/figures/record.ts";
import { renderFigures } from "../../backups/figures/render.ts";
import { scenePlaces } from "./scene.ts";

describe("What is told of drills", () => {
  let folder: string;
  const good = { at: new Date(1_793_000_000_000), isGood: true, seconds: 1 };
  const bad = { at: new Date(1_793_600_000_000), isGood: false, seconds: 1 };
  const told = async (): Promise<string> => {
    const places = scenePlaces(folder);
    return renderFigures(places, await readHappened(places));
  };

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "drills-"));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it("keeps the last that passed apart from one that failed since", async () => {
    await record(scenePlaces(folder), { drill: good, drillPassedAt: good.at });
    await record(scenePlaces(folder), { drill: bad });
    expect(await told()).to.match(/^secretariat_backup_drill_timestamp_seconds 1793600000$/m);
    expect(await told()).to.match(
      /^secretariat_backup_drill_passed_timestamp_seconds 1793000000$/m,
    );
  });

  it("takes the last drill for it only where it passed, when nothing else was written down", async () => {
    await record(scenePlaces(folder), { drill: good });
    expect(await told()).to.match(
      /^secretariat_backup_drill_passed_timestamp_seconds 1793000000$/m,
    );
    await record(scenePlaces(folder), { drill: bad });
    expect(await told()).not.to.include("drill_passed");
  });
});
