import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { Halt } from "../../installer/command/halt.ts";
import { refuseUnready } from "../../installer/install/refuse-unready.ts";
import type { Words } from "../../installer/words.ts";

describe("A machine that is refused beforehand", function () {
  this.timeout(60_000);
  let folder = "";
  before(() => (folder = mkdtempSync(join(tmpdir(), "refused-"))));
  after(() => rmSync(folder, { recursive: true }));

  it("is told why, and what was laid on it all the same", async () => {
    const site = join(folder, "site.yml");
    writeFileSync(site, "name: 5\n");
    const said: (string | Words)[] = [];
    const say = (line: string | Words) => void said.push(line);
    const refused: unknown = await refuseUnready({ language: "en", say }, site, {
      isSkipped: false,
    }).catch((error: unknown) => error);
    expect(said[0]).to.equal("FAIL PF-001 site.yml");
    expect(refused).to.be.instanceOf(Halt);
    const { hi, en } = (refused as Halt).words;
    expect(en).to.match(/^1 checks failed .* laid under \/opt\/secretariat/);
    expect(hi).to.contain("/opt/secretariat");
    expect(en + hi).not.to.match(/nothing was changed|कुछ नहीं बदला/);
  });
});
