import { expect } from "chai";
import { fuzz } from "./fuzz.ts";
import { Random } from "./random.ts";
import { targets } from "./targets/index.ts";

/** `FUZZ_TIMES=20` runs longer, `FUZZ_SEED=7` elsewhere; a finding is kept under var/fuzz. */
const times = Number(process.env["FUZZ_TIMES"] ?? 1);
const seed = Number(process.env["FUZZ_SEED"] ?? 20_261_122);
const least = 200_000;

describe("What reads the words of strangers", function () {
  this.timeout(0);

  for (const target of targets) {
    const inputs = Math.round(target.inputs * times);
    it(`${target.name}: ${inputs} changed inputs, none breaks it or holds it up`, async () => {
      expect(await fuzz(target, inputs, seed)).to.deep.equal([]);
    });
  }

  it(`takes at least ${least} inputs a run`, () => {
    const all = targets.reduce((sum, { inputs }) => sum + inputs, 0);
    expect(all).to.be.at.least(least);
  });

  it("notices a reader that breaks, and makes the same inputs again for the same seed", async () => {
    const fragile = {
      name: "fragile",
      inputs: 0,
      seeds: () => [Buffer.from("abcdef")],
      isRefusal: () => false,
      read: (input: Buffer) => {
        if (!input.includes("abc")) {
          throw new Error("broken");
        }
      },
    };
    const found = await fuzz(fragile, 1_000, 1);
    expect(found.map(({ kind }) => kind)).to.deep.equal(Array(10).fill("crash"));
    expect(await fuzz(fragile, 1_000, 1)).to.deep.equal(found);
    expect(new Random(5).below(1_000_000)).to.equal(new Random(5).below(1_000_000));
  });
});
