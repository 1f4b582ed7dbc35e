import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { dump, load } from "js-yaml";
import { projectFile } from "../../app/base/paths.ts";
import { renderJournald } from "../../installer/logs/journald.ts";
import { renderRotation, rotatedLogs } from "../../installer/logs/rotation.ts";
import { journalSpan } from "../../installer/preflight/journal-span.ts";
import { parseSite } from "../../installer/site/index.ts";
import { inventedMachine, journalSettings } from "./preflight/invented-machine.ts";

const example = readFileSync(projectFile("installer/site/site.example.yml"), "utf8");
const siteWith = (changes: object) => parseSite(dump({ ...(load(example) as object), ...changes }));

describe("Logs", () => {
  it("are kept 180 days where site.yml says nothing, and as long as it says", () => {
    expect(parseSite(example).logs.keepDays).to.equal(180);
    const year = siteWith({ logs: { keepDays: 365 } });
    expect(renderJournald(year)).to.contain("\nMaxRetentionSec=372day\n");
    expect([...renderRotation(year).values()].join()).to.contain("rotate 365");
  });

  it("get room in the journal for each day, by the size of the machine", () => {
    const room = (sizing: string) =>
      /SystemMaxUse=(.*)/.exec(renderJournald(siteWith({ sizing })))?.[1];
    expect(["small", "office", "state"].map(room)).to.deep.equal(["4500M", "18000M", "108000M"]);
  });

  it("last as long by the judgement of doctor as the settings written were meant to", async () => {
    const programs = { [journalSettings]: renderJournald(parseSite(example)) };
    expect(await journalSpan(inventedMachine({ programs }))).to.equal(180);
  });

  it("are turned over by rules that logrotate understands, each log in one of them", function () {
    const folder = mkdtempSync(join(tmpdir(), "logs-"));
    const file = join(folder, "rules");
    writeFileSync(file, [...renderRotation(parseSite(example)).values()].join("\n"));
    const { error, status, stderr } = spawnSync("logrotate", ["--debug", file], {
      encoding: "utf8",
    });
    rmSync(folder, { recursive: true });
    if (error) {
      this.skip(); // no logrotate here; a host has it
    }
    expect(status, stderr).to.equal(0);
    for (const { logs } of rotatedLogs) {
      expect(stderr).to.contain(`rotating pattern: ${logs}  after 1 days (180 rotations)`);
    }
  });
});
