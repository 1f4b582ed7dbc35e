import { expect } from "chai";
import { mkdirSync, readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { sumOf } from "../../../installer/bundle/check-sums.ts";
import { makeReleaseKeys } from "../../../installer/bundle/release-keys.ts";
import { root } from "../../../installer/local/places.ts";
import { run } from "../../../installer/package/run.ts";
import { scratch } from "./made.ts";

/** What is committed, taken out twice into folders of other names and built in each. */
describe("Two checkouts of one commit", function () {
  this.timeout(900_000);
  const keys = scratch("keys");
  let commit = "";
  let built: readonly string[] = [];

  before(async () => {
    await makeReleaseKeys(keys);
    commit = (await run(["git", "rev-parse", "HEAD"])).toString().trim();
    built = [await buildApart("one"), await buildApart("another-name")];
  });

  for (const ending of [".deb", ".rpm", ".tar", ".tar.minisig"]) {
    it(`give the same ${ending}, byte for byte`, async () => {
      const [first = "", second = ""] = built;
      const name = readFileSync(join(first, "names"), "utf8")
        .split("\n")
        .find((each) => each.endsWith(ending));
      expect(name, ending).to.be.a("string");
      expect(await sumOf(join(first, name ?? ""))).to.equal(await sumOf(join(second, name ?? "")));
    });
  }

  async function buildApart(name: string): Promise<string> {
    const checkout = join(scratch("checkout"), name);
    const output = scratch("packages");
    await run(["git", "clone", "--quiet", "--shared", root, checkout]);
    await run(["git", "checkout", "--quiet", "--detach", commit], { cwd: checkout });
    symlinkSync(join(root, "node_modules"), join(checkout, "node_modules"));
    mkdirSync(join(checkout, "var"));
    symlinkSync(join(root, "var/debian"), join(checkout, "var/debian"));
    const task = [process.execPath, "installer/local/tasks.ts", "bundle", "--rpm"];
    await run([...task, `--output=${output}`, `--signing-key=${keys}`], { cwd: checkout });
    await run(["sh", "-c", `ls ${output} >${output}/names`]);
    return output;
  }
});
