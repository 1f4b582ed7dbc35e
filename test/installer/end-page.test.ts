import { readFileSync } from "node:fs";
import { expect } from "chai";
import { projectFile } from "../../app/base/paths.ts";
import type { Call } from "../../installer/command/verb.ts";
import { showEndPage } from "../../installer/install/end-page.ts";
import type { Footing } from "../../installer/install/next-steps.ts";
import { parseSite } from "../../installer/site/index.ts";
import { inLanguage, type Language } from "../../installer/words.ts";

const site = parseSite(readFileSync(projectFile("installer/site/site.example.yml"), "utf8"));
const at = new Date("2026-11-22T15:00:00Z");
const fresh: Footing = {
  set: { name: "set-20261122T150000Z", at },
  nextDrill: new Date("2026-11-28T19:50:00Z"),
  hasSecondHost: false,
  hasBallast: false,
};
const settled: Footing = {
  ...fresh,
  drill: { at, isGood: true },
  hasSecondHost: true,
  hasBallast: true,
};

function pageOf(footing: Footing, language: Language = "en"): string {
  const lines: string[] = [];
  const call: Call = {
    options: {},
    positionals: [],
    language,
    json: false,
    say: (line, gaps) =>
      void lines.push(typeof line === "string" ? line : inLanguage(line, language, gaps)),
    warn: () => undefined,
    answer: () => undefined,
  };
  const administrator = { login: "amit.verma", password: "abcd-efgh-jkmn-pqrs" };
  showEndPage(call, { site, changes: 212, seconds: 94, log: "/x.log", administrator }, footing);
  return lines.join("\n");
}

describe("The last page of an installation", () => {
  it("names the first backup, and what a fresh office still lacks with its command", () => {
    const page = pageOf(fresh);
    expect(page).to.include("set-20261122T150000Z finished, 22.11.2026 20:30:00 IST");
    expect(page).to.match(
      /No restore was tried yet.\n +By itself 29.11.2026 01:20:00 IST; now: secretariat backup drill\n/,
    );
    expect(page).to.match(/backups\.second.*reconfigure/);
    expect(page).to.include("secretariat disk reserve");
    expect(page).to.match(/secretariat users breakglass --login … --hours 2 --reason "…"/);
  });

  it("leaves out what is there already, on a run that changed nothing", () => {
    const page = pageOf(settled);
    expect(page).to.match(/passed, 22.11.2026/);
    expect(page).not.to.match(/backup drill|backups\.second|disk reserve/);
  });

  it("tells of a drill that failed, and of a backup that is not there", () => {
    const { set: _none, nextDrill: _never, ...bare } = fresh;
    const page = pageOf({ ...bare, drill: { at, isGood: false } });
    expect(page).to.match(/None yet. Take one now: secretariat backup run/);
    expect(page).to.match(/last try of a restore failed.\n +Try it now: secretariat backup drill/);
  });

  it("names the same commands in Hindi", () => {
    const commands = (page: string) => page.match(/secretariat [a-z]+ [a-z]+/g);
    expect(commands(pageOf(fresh, "hi"))).to.deep.equal(commands(pageOf(fresh)));
    expect(pageOf(fresh, "hi")).to.include("29.11.2026 01:20:00");
  });
});
