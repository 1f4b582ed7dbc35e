import { expect } from "chai";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { z } from "zod";
import { exit } from "../../../installer/command/exit-codes.ts";
import type { Family } from "../../../installer/command/families.ts";
import { Halt } from "../../../installer/command/halt.ts";
import { holdLock, refuseWhileHeld, takeOver } from "../../../installer/command/lock.ts";
import { option } from "../../../installer/command/option.ts";
import { run, type Surroundings } from "../../../installer/command/run.ts";
import { verb } from "../../../installer/command/verb.ts";
import { distance } from "../../../installer/spelling-distance.ts";

const report = verb({
  path: ["disk", "report"],
  words: { hi: "स्थान कहाँ गया", en: "Where the room went" },
  options: z.object({
    lines: option(
      z.coerce.number().int().positive().default(10),
      { hi: "पंक्तियाँ", en: "Lines" },
      "n",
    ),
    onlyLarge: option(z.boolean().default(false), { hi: "केवल बड़े", en: "Large ones only" }),
    path: option(z.array(z.string()).default([]), { hi: "पथ", en: "Paths" }),
  }),
  positionals: [{ name: "DISK", words: { hi: "डिस्क", en: "The disk" }, optional: true }],
  async run({ options, positionals, say, answer }) {
    say({ hi: "{count} पंक्तियाँ", en: "{count} lines" }, { count: options.lines });
    answer({ ...options, disk: positionals[0] ?? null });
    return exit.ok;
  },
});
const wipe = verb({
  path: ["disk", "wipe"],
  words: { hi: "मिटाएँ", en: "Wipe" },
  options: z.object({}),
  needsRoot: true,
  run: () => Promise.reject(new Halt(exit.notPermittedHere, { hi: "यहाँ नहीं", en: "Not here" })),
});
const broken = verb({
  path: ["broken"],
  words: { hi: "टूटा", en: "Broken" },
  options: z.object({}),
  run: () => Promise.reject(new Error("no such luck")),
});
const invented: readonly Family[] = [
  {
    words: { hi: "डिस्क", en: "Disk" },
    verbs: {
      "disk report": async () => report,
      "disk wipe": async () => wipe,
      broken: async () => broken,
    },
  },
];

async function type(line: string, isRoot = true) {
  const [written, warned]: [string[], string[]] = [[], []];
  const around: Surroundings = {
    families: invented,
    output: { write: (text) => void written.push(text), warn: (text) => void warned.push(text) },
    environment: { LANG: "en_IN.UTF-8" },
    isRoot,
  };
  const code = await run(line.split(" ").filter(Boolean), around);
  return { code, written: written.join("\n"), warned: warned.join("\n") };
}

describe("The command, as it is typed", () => {
  it("runs a verb with its options and says what it has to say", async () => {
    const { code, written } = await type(
      "disk report --lines 3 --only-large --path /a --path /b sda",
    );
    expect(code).to.equal(exit.ok);
    expect(written).to.equal("3 lines");
  });

  it("answers programs with exactly one JSON object", async () => {
    const { written } = await type("disk report -n 3 --json --path /a");
    expect(JSON.parse(written)).to.deep.equal({
      verb: "disk report",
      exit: 0,
      lines: 3,
      onlyLarge: false,
      path: ["/a"],
      disk: null,
    });
  });

  it("speaks Hindi when it is asked to", async () => {
    expect((await type("disk report --language hi")).written).to.equal("10 पंक्तियाँ");
    expect((await type("disk rport --language hi")).warned).to.contain("क्या आपका आशय");
  });

  const refusals: readonly (readonly [string, number, RegExp])[] = [
    ["disk report --larg", exit.usage, /no option --larg/],
    ["disk report --lines none", exit.usage, /--lines/],
    ["disk report --lines", exit.usage, /cannot be read/],
    ["disk report a b", exit.usage, /“b” is not expected/],
    ["disk reprot", exit.usage, /Did you mean: disk report/],
    ["disk", exit.usage, /Did you mean: disk report, disk wipe/],
    ["xyzzy", exit.usage, /secretariat --help/],
    ["--larg", exit.usage, /^$/],
    ["disk wipe", exit.notPermittedHere, /Not here/],
    ["broken", exit.failed, /no such luck/],
  ];
  for (const [line, code, sentence] of refusals) {
    it(`refuses “${line}” with ${code}`, async () => {
      const told = await type(line);
      expect(told.code).to.equal(code);
      expect(told.warned).to.match(sentence);
    });
  }

  it("asks for root where it is needed", async () => {
    const { code, warned } = await type("disk wipe", false);
    expect(code).to.equal(exit.notPermittedHere);
    expect(warned).to.contain("sudo secretariat disk wipe");
  });

  it("tells a refusal to programs in both languages", async () => {
    const { written } = await type("disk wipe --json");
    expect(JSON.parse(written)).to.deep.equal({
      exit: exit.notPermittedHere,
      error: { hi: "यहाँ नहीं", en: "Not here" },
    });
  });

  it("shows help of everything and of one verb", async () => {
    expect((await type("--help")).written)
      .to.contain("disk report")
      .and.to.contain("Where the room went");
    expect((await type("disk report --help --language hi")).written)
      .to.contain("--only-large")
      .and.to.contain("केवल बड़े");
    expect((await type("")).code).to.equal(exit.ok);
  });

  it("counts the letters that differ", () => {
    expect(distance("status", "statsu")).to.equal(2);
    expect(distance("", "abc")).to.equal(3);
  });
});

describe("The lock of the command", () => {
  const folder = mkdtempSync(join(tmpdir(), "lock-"));
  const path = join(folder, "lock");
  after(() => rmSync(folder, { recursive: true, force: true }));

  it("lets one run at a time", async () => {
    const inner = () => holdLock("two", async () => "in", path);
    const refused = await holdLock("one", () => inner().catch((error: unknown) => error), path);
    expect(refused).to.be.instanceOf(Halt);
    expect((refused as Halt).code).to.equal(exit.locked);
    expect((refused as Halt).words.en).to.contain("“one”");
    expect(await inner()).to.equal("in");
  });

  it("is not taken by whoever only looks, who is refused while another works", async () => {
    await refuseWhileHeld(path);
    expect(await holdLock("one", async () => "in", path)).to.equal("in");
    const looking = () => refuseWhileHeld(path).catch((error: unknown) => error);
    const refused = await holdLock("one", looking, path);
    expect((refused as Halt).code).to.equal(exit.locked);
    const gone: object = { verb: "upgrade run", process: process.pid, startedAt: "1" };
    writeFileSync(path, JSON.stringify(gone));
    await refuseWhileHeld(path);
    rmSync(path);
  });

  it("takes over from a process that is gone, though its number is used again", async () => {
    const before: object = { verb: "upgrade run", process: process.pid, startedAt: "1" };
    writeFileSync(path, JSON.stringify(before));
    expect(await holdLock("one", async () => readFileSync(path, "utf8"), path)).to.contain('"one"');
  });

  it("stays with the first of two that found the same dead lock", async () => {
    const dead = { verb: "upgrade run", process: process.pid, startedAt: "1" };
    await holdLock(
      "first",
      async () => {
        const taken = readFileSync(path, "utf8");
        expect(await takeOver(path, "second", dead)).to.equal(false);
        expect(readFileSync(path, "utf8")).to.equal(taken);
      },
      path,
    );
  });

  it("lets a part of the same work in", async () => {
    const program = [
      `import { holdLock } from "${new URL("../../../installer/command/lock.ts", import.meta.url).pathname}";`,
      `process.stdout.write(await holdLock("part", async () => "in", "${path}"));`,
    ].join("\n");
    const told = await holdLock(
      "whole",
      async () =>
        execFileSync(process.execPath, ["--input-type=module", "-e", program], {
          encoding: "utf8",
          env: { ...process.env, SECRETARIAT_LOCK_HOLDER: String(process.pid) },
        }),
      path,
    );
    expect(told).to.equal("in");
  });
});
