import { expect } from "chai";
import { createHash } from "node:crypto";
import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { projectFile } from "../../../app/base/paths.ts";

const checker = /minisign -v >\/dev\/null 2>&1/;
const unsigned = "-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA256\n\nroot::0:0::/:/bin/sh\n";

describe("A bundle that nobody we know has signed", () => {
  let folder = "";
  beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), "hostile-"))));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  /** The script as on a host that has no minisign, or one whose minisign takes everything. */
  function judge(bundle: string, minisign: "absent" | "blind") {
    const text = readFileSync(projectFile("installer/bundle/install"), "utf8");
    const taken = minisign === "absent" ? "false" : "minisign() { :; }";
    writeFileSync(join(folder, "install"), text.replace(checker, taken));
    const key = join(folder, "key.pub");
    writeFileSync(key, `${"A".repeat(56)}\n`);
    const rest = ["verify", "--bundle", bundle, "--key", key];
    const env = { ...process.env, TMPDIR: folder };
    return spawnSync("bash", [join(folder, "install"), ...rest], { env, encoding: "utf8" });
  }

  it("writes nowhere by a link among the files that are to judge it", () => {
    const victim = join(folder, "passwd");
    writeFileSync(victim, "untouched");
    mkdirSync(join(folder, "evil/verifier"), { recursive: true });
    symlinkSync(victim, join(folder, "evil/verifier/Release"));
    writeFileSync(join(folder, "evil/verifier/InRelease"), unsigned);
    writeFileSync(join(folder, "evil/SHA256SUMS"), "");
    execFileSync("tar", ["-cf", join(folder, "evil.tar"), "-C", folder, "evil"]);
    for (const bundle of ["evil.tar", "evil"]) {
      const { status, stderr } = judge(join(folder, bundle), "absent");
      expect(status, stderr).to.equal(1);
      expect(readFileSync(victim, "utf8"), bundle).to.equal("untouched");
    }
  });

  it("is refused where a link stands for a file, whatever it points to just now", () => {
    const bundle = join(folder, "bundle");
    const elsewhere = join(folder, "package.deb");
    mkdirSync(bundle);
    writeFileSync(elsewhere, "what was signed, for the moment");
    symlinkSync(elsewhere, join(bundle, "package.deb"));
    const sum = createHash("sha256").update(readFileSync(elsewhere)).digest("hex");
    writeFileSync(join(bundle, "SHA256SUMS"), `${sum}  package.deb\n`);
    const heading = "untrusted comment: signature of the Digital Secretariat\n";
    writeFileSync(join(bundle, "SHA256SUMS.minisig"), `${heading}a\nb\nc\n`);
    const { status, stderr } = judge(bundle, "blind");
    expect(status, stderr).to.equal(1);
    expect(stderr).to.contain("package.deb");
  });
});
