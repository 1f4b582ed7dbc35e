import { readdirSync, readFileSync } from "node:fs";
import { expect } from "chai";
import { projectFile } from "../../app/base/index.ts";
import type { BackupPlaces } from "../../backups/places.ts";
import { sayEnvelope } from "../../installer/command/families/escrow/split.ts";
import { families } from "../../installer/command/families.ts";
import { findVerb } from "../../installer/command/find-verb.ts";
import { parse } from "../../installer/command/parse.ts";
import { inLanguage, type Words } from "../../installer/words.ts";
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

  it("say of a lost site where the way to the second host lies, and somebody asked to keep it", () => {
    const second = { addressFile: "/second/address", authority: "/second/authority.crt" };
    const asked = (given: Pick<BackupPlaces, "second">): string => {
      const lines: string[] = [];
      sayEnvelope((line, gaps) => void lines.push(inLanguage(line as Words, "en", gaps)), given);
      return lines.join("");
    };
    expect(asked({})).to.equal("");
    expect(asked({ second })).to.match(/envelope.* \/second\/address and \/second\/authority.crt/);
    const kept = readFileSync(projectFile("backups/append-only/let-in"), "utf8");
    const [, folder] = /^folder=(.+)$/m.exec(kept) ?? [];
    for (const language of ["en", "hi"] as const) {
      const text = readFileSync(projectFile(`backups/runbooks/site-lost.${language}.md`), "utf8");
      expect(text).to.include(`${folder}/<name>.address`).and.include("`secretariat escrow split`");
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
