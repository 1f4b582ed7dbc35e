import { readdirSync } from "node:fs";
import { expect } from "chai";
import { projectFile } from "../../app/base/index.ts";
import { families } from "../../installer/command/families.ts";
import { findVerb } from "../../installer/command/find-verb.ts";
import { parse } from "../../installer/command/parse.ts";
import { blocksOf } from "./runbook.ts";

const names = ["disk-loss", "key-lost", "ransomware", "site-lost", "wrong-delete"];

describe("The runbooks", function () {
  this.timeout(60_000);

  it("are there in both languages, with the same commands", () => {
    const files = readdirSync(projectFile("backups/runbooks")).toSorted();
    expect(files).to.deep.equal(names.flatMap((name) => [`${name}.en.md`, `${name}.hi.md`]));
    for (const name of names) {
      expect(blocksOf(name, "en"), name).to.not.be.empty;
      expect(blocksOf(name, "hi"), name).to.deep.equal(blocksOf(name, "en"));
    }
  });

  it("type only what the command understands", async () => {
    const typed = names
      .flatMap((name) => blocksOf(name, "en"))
      .flatMap((block) => block.split("\n"))
      .filter((line) => line.startsWith("secretariat "));
    expect(typed.length).to.be.greaterThan(20);
    for (const line of new Set(typed)) {
      const words = line.replace(/ <.*$/, "").split(" ").slice(1);
      const found = await findVerb(families, words);
      expect(found, line).to.not.equal(undefined);
      if (found) {
        parse(
          found.verb,
          found.rest.map((word) => word.replaceAll('"', "")),
        );
      }
    }
  });
});
