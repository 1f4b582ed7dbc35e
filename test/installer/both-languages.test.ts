import { expect } from "chai";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { projectFile } from "../../app/base/paths.ts";

interface Pair {
  readonly file: string;
  readonly hi: string;
  readonly en: string;
}

const text = String.raw`("(?:[^"\\]|\\.)*"|` + "`(?:[^`\\\\]|\\\\.)*`)";
const pairs = new RegExp(String.raw`\bhi:\s*${text},\s*en:\s*${text}`, "g");

/** Every sentence of the installer and of the backups, as it stands beside the code. */
function everyPair(): readonly Pair[] {
  return ["installer", "backups"].flatMap((folder) =>
    readdirSync(projectFile(folder), { recursive: true, encoding: "utf8" })
      .filter((name) => /\.tsx?$/.test(name))
      .flatMap((name) => {
        const file = join(folder, name);
        const source = readFileSync(projectFile(file), "utf8");
        return [...source.matchAll(pairs)].map(([, hi = "", en = ""]) => ({ file, hi, en }));
      }),
  );
}

function gapsIn(sentence: string): readonly string[] {
  return [...new Set(sentence.match(/(?<!\$)\{[a-zA-Z]+\}/g))].toSorted();
}

const names = ["Redis", "nginx", "PostgreSQL", "systemd"];

/** Names, signs and gaps alone are the same in every language. */
function hasWords(sentence: string): boolean {
  return (
    !names.includes(sentence.slice(1, -1)) &&
    /[a-z]{3,}/i.test(sentence.replace(/\{[a-zA-Z]+\}|[\w-]+\.[\w.]+|[A-Z-]{2,}/g, ""))
  );
}

describe("What the installer says", () => {
  const found = everyPair();

  it("is found where it stands", () => {
    expect(found.length).to.be.above(300);
  });

  it("has the same gaps in both languages", () => {
    const odd = found.filter(({ hi, en }) => gapsIn(hi).join() !== gapsIn(en).join());
    expect(odd).to.deep.equal([]);
  });

  it("is Hindi where it should be, and English where it should be", () => {
    const odd = found.filter(
      ({ hi, en }) =>
        (hasWords(en) && !/[\u0900-\u097f]/.test(hi)) ||
        /[\u0900-\u097f]/.test(en.replace(/“.*?”/g, "")),
    );
    expect(odd).to.deep.equal([]);
  });
});
