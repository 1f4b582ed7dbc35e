import { expect } from "chai";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { makeHost, packagesBehind } from "../../installer/host/index.ts";
import { readVerification } from "../../installer/watching/changed-programs.ts";
import { updatesWaiting } from "../../installer/watching/figures/updates-waiting.ts";
import { changedByHand, keepWritten } from "../../installer/watching/written-files.ts";

describe("What changed by hand", () => {
  let folder = "";
  before(() => {
    folder = mkdtempSync(join(tmpdir(), "by-hand-"));
  });
  after(() => rmSync(folder, { recursive: true }));

  it("is told of programs, never of settings or of manuals that were not unpacked", () => {
    const said = [
      "??5?????? c /etc/nginx/nginx.conf",
      "??5??????   /usr/bin/amtool",
      "missing     /usr/share/man/man1/amtool.1.gz",
      "missing     /usr/bin/promtool",
      "missing   c /etc/motd",
      "",
    ].join("\n");
    expect(readVerification(said)).to.deep.equal(["/usr/bin/amtool", "/usr/bin/promtool"]);
  });

  it("is told of files under /etc that an installation wrote, not of those that others renew", async () => {
    const host = makeHost();
    const notAsWritten = "0".repeat(64);
    host.written.set("/etc/hostname", notAsWritten);
    host.written.set("/etc/secretariat/tls/server.crt", notAsWritten);
    host.written.set("/etc/prometheus/secretariat/offices.json", notAsWritten);
    host.written.set("/var/lib/secretariat/watch/offices.json", notAsWritten);
    await keepWritten(host, folder);
    expect(await changedByHand(folder)).to.deep.equal(["/etc/hostname"]);
  });

  it("is not told where nothing was noted", async () => {
    expect(await changedByHand(join(folder, "nowhere"))).equal(undefined);
  });

  it("counts packages of which a bundle brought a newer one", async () => {
    const list = join(folder, "bundles/9.9.9/apt");
    mkdirSync(list, { recursive: true });
    const entry = (name: string, version: string): string =>
      `Package: ${name}\nVersion: ${version}\n`;
    const several = [entry("bash", "999"), entry("dpkg", "0.1"), entry("not-installed-here", "7")];
    writeFileSync(join(list, "Packages"), several.join("\n"));
    expect(await packagesBehind(join(list, "Packages"))).to.deep.equal(["bash"]);
    expect(await updatesWaiting(join(folder, "bundles"))).equal(1);
    expect(await updatesWaiting(join(folder, "no-bundles"))).equal(undefined);
  });
});
