import { expect } from "chai";
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { bashCompletion } from "../../../installer/command/completion.ts";
import { exitMeanings } from "../../../installer/command/exit-meanings.ts";
import { exit } from "../../../installer/command/exit-codes.ts";
import { restoreRun } from "../../../installer/command/families/restore/run.ts";
import { families, wholeFamilies, type WholeFamily } from "../../../installer/command/families.ts";
import { helpOfAll, helpOfVerb } from "../../../installer/command/help.ts";
import { manualPage } from "../../../installer/command/manual.ts";
import { commonOptions, ownOptions, typedOptions } from "../../../installer/command/options-of.ts";
import { run } from "../../../installer/command/run.ts";
import type { Verb } from "../../../installer/command/verb.ts";

let all: readonly WholeFamily[] = [];
let verbs: readonly Verb[] = [];
let names: readonly string[] = [];

/** What an administrator of one node must be able to do. */
const promised = `
  status, doctor, preflight, reconfigure, diff-config, check-config, version, logs,
  start, stop, restart, maintenance, announce, readonly, deliveries list, deliveries retry, wizard, schema,
  upgrade plan, upgrade run, upgrade rollback, upgrade finalize, migrations status, migrations wait,
  backup run, backup list, backup verify, backup drill, backup hold, backup carry,
  restore list, restore plan, restore run, restore accept,
  escrow status, escrow split, escrow prove, secrets list, secrets rotate,
  certs status, certs csr, certs import, certs renew,
  office list, office add, office check, office remove, networks open, users breakglass,
  keys list, keys rotate, keys resume, keys retire,
  support-bundle, audit verify, audit export, disk report, disk reclaim`
  .split(",")
  .map((name) => name.trim());

describe("The families of the command", function () {
  this.timeout(60_000);

  before(async () => {
    all = await wholeFamilies(families);
    verbs = all.flatMap((family) => family.verbs);
    names = verbs.map(({ path }) => path.join(" "));
  });

  it("hold every verb that is promised, each once", () => {
    expect(promised.filter((name) => !names.includes(name))).to.deep.equal([]);
    expect(new Set(names).size).to.equal(names.length);
  });

  it("are found by the very words each verb goes by", () => {
    expect(families.flatMap((family) => Object.keys(family.verbs))).to.deep.equal(names);
  });

  for (const language of ["hi", "en"] as const) {
    it(`have words in ${language} for every verb and every option`, () => {
      const options = verbs.flatMap((verb) =>
        [...ownOptions(verb), ...typedOptions(commonOptions)].map((one) => ({
          name: `${verb.path.join(" ")} --${one.name}`,
          words: one.words?.[language] ?? "",
        })),
      );
      const silent = [
        ...verbs.map(({ path, words }) => ({ name: path.join(" "), words: words[language] })),
        ...options,
      ].filter(({ words }) => words === "" || (language === "hi" && !/[ऀ-ॿ]/.test(words)));
      expect(silent.map(({ name }) => name)).to.deep.equal([]);
    });
  }

  it("name options as people type them", () => {
    const odd = verbs.flatMap((verb) =>
      ownOptions(verb).filter(({ name }) => !/^[a-z][a-z0-9-]*$/.test(name)),
    );
    expect(odd).to.deep.equal([]);
  });

  it("stand in the help and in the manual, in both languages", () => {
    const page = manualPage(all, "1.2.3");
    for (const { path, words } of verbs) {
      const name = path.join(" ");
      expect(helpOfAll(all, "hi")).to.contain(name).and.to.contain(words.hi);
      expect(page).to.contain(`secretariat ${name.replaceAll("-", "\\-")}`);
      expect(page).to.contain(words.hi.replaceAll("-", "\\-"));
    }
    expect(exitMeanings.map(([code]) => code)).to.have.members(Object.values(exit));
  });

  it("make a manual page that man can set", function () {
    const folder = mkdtempSync(join(tmpdir(), "manual-"));
    const file = join(folder, "secretariat.8");
    writeFileSync(file, manualPage(all, "1.2.3"));
    try {
      const said = execFileSync("groff", ["-man", "-Tutf8", "-Kutf8", "-ww", "-P-cbu", file], {
        stdio: "pipe",
      });
      expect(said.toString()).to.contain("EXIT STATUS");
    } catch (error) {
      if (error instanceof Error && "code" in error && error.code === "ENOENT") {
        this.skip();
      }
      throw error;
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it("complete what is typed in bash", () => {
    const script = bashCompletion(all);
    const complete = (...typed: string[]): string[] => {
      const words = ["secretariat", ...typed].map((word) => `'${word}'`).join(" ");
      const program = `${script}\nCOMP_WORDS=(${words}); COMP_CWORD=${typed.length}; _secretariat; printf '%s\\n' "\${COMPREPLY[@]}"`;
      return execFileSync("bash", ["-c", program], { encoding: "utf8" }).trim().split("\n");
    };
    expect(complete("upg")).to.deep.equal(["upgrade"]);
    expect(complete("upgrade", "r")).to.have.members(["run", "rollback"]);
    expect(complete("upgrade", "run", "--w")).to.deep.equal(["--without-backup"]);
    expect(complete("disk", "reclaim", "--js")).to.deep.equal(["--json"]);
  });

  it("say why keys, or a second host's backups, do not come back without the officers' shares", async () => {
    for (const [option, language, sentence] of [
      ["--only-keys", "en", /--only-keys and --from-second go with --with-shares only/],
      ["--only-keys", "hi", /--with-shares के साथ/],
      ["--from-second", "en", /--only-keys and --from-second go with --with-shares only/],
    ] as const) {
      const warned: string[] = [];
      const code = await run(["restore", "run", option, "--language", language], {
        families: [
          {
            words: { hi: "पुनर्स्थापना", en: "Restore" },
            verbs: { "restore run": async () => restoreRun },
          },
        ],
        output: { write: () => undefined, warn: (text) => void warned.push(text) },
        environment: {},
        isRoot: true,
      });
      expect(code, warned.join("\n")).to.equal(exit.usage);
      expect(warned.join("\n")).to.match(sentence);
    }
  });

  it("explain one verb with its arguments", () => {
    const plan = verbs.find(({ path }) => path.join(" ") === "upgrade plan");
    const help = plan ? helpOfVerb(plan, "hi") : "";
    expect(help).to.contain("secretariat upgrade plan BUNDLE").and.to.contain("root");
  });
});
