import { readFileSync } from "node:fs";
import { expect } from "chai";
import { projectFile } from "../../../app/base/paths.ts";
import { readLock } from "../../../installer/bundle/debian-lock.ts";
import { debianWishes } from "../../../installer/bundle/debian-wishes.ts";
import { parseSite } from "../../../installer/site/index.ts";
import { packagesOf } from "../../../installer/steps/packages.ts";

describe("What a bundle brings of Debian", () => {
  const example = readFileSync(projectFile("installer/site/site.example.yml"), "utf8");
  const installed = packagesOf({ ...parseSite(example), scanner: true });

  it("holds every package that a step installs, and the lock every one of them", () => {
    const wishes: readonly string[] = debianWishes;
    expect(installed.filter((name) => !wishes.includes(name))).to.deep.equal([]);
    const locked = new Set(readLock().map(({ name }) => name));
    expect(wishes.filter((name) => !locked.has(name))).to.deep.equal([]);
  });

  it("watches with no program that nothing starts", () => {
    const watching = debianWishes.filter((name) => name.startsWith("prometheus"));
    expect(watching.filter((name) => !installed.includes(name))).to.deep.equal([]);
  });
});
