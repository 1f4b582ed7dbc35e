import { expect } from "chai";
import { client } from "./hosts/index.ts";
import type { Host } from "./hosts/index.ts";
import { carriedHost, medium, writeSite } from "./support/carried-host.ts";
import { inOrder } from "./support/in-order.ts";
import { officeName, siteFor } from "./support/site.ts";

const name = "Government of Chhattisgarh – O'Brien & Śrī Ñandū #1; 100 % {x} = [y] ✓";
const blackHole = "deb http://203.0.113.99/debian bookworm main\n";

/** Faults 7, 17 and 19 of the specification at once: none of them stops an installation, so one shows all three. */
describe("A host with odd habits", function () {
  this.timeout(1_800_000);
  inOrder(this);
  let host: Host;

  before(async () => {
    host = await carriedHost({ name: "bare", ip: "10.77.0.21" });
  });
  after(() => host.stop());

  it("is installed: archives that never answer (7), umask 077 (17), odd letters in its names (19)", async () => {
    await host.must("cat >/etc/apt/sources.list.d/hostile.list", { input: blackHole });
    const site = siteFor({ address: host.ip });
    const odd = site.replace(
      "nameEn: Government of Chhattisgarh",
      () => `nameEn: ${JSON.stringify(name)}`,
    );
    await writeSite(host, odd);
    const command = `umask 077; ${medium}/install install --config /root/site.yml --yes --skip-preflight`;
    const { code, output, errors } = await host.run(command, { timeoutSeconds: 1200 });
    expect(code, output + errors).equal(0);
  });

  it("19: is told which letters break another program's file, before anything happens", async () => {
    const site = siteFor({ address: host.ip }).replace("Government of", () => "$(id) of");
    await host.must("cat >/root/refused.yml", { input: site });
    const command = [`${medium}/install`, "install", "--config", "/root/refused.yml", "--check"];
    const { code, output, errors } = await host.run(command, { timeoutSeconds: 300 });
    expect(code).equal(2);
    expect(output + errors).include("state.nameEn");
  });

  it("7: left the administrator's list of archives as it was", async () => {
    expect(await host.must("cat /etc/apt/sources.list.d/hostile.list")).equal(blackHole);
  });

  it("17: has every file as open as it must be, and no more", async () => {
    const mode = (path: string): Promise<string> => host.must(["stat", "-c", "%a", path]);
    for (const path of [
      "/etc/secretariat",
      "/etc/nginx/secretariat",
      "/opt/secretariat/releases",
    ]) {
      expect(await mode(path), path).equal("755\n");
    }
    expect(await mode("/etc/secretariat/tls/server.key")).equal("600\n");
    expect(await mode("/etc/secretariat/site.yml")).equal("640\n");
    expect(await mode("/var/lib/secretariat/documents")).equal("700\n");
  });

  it("19: shows its name letter by letter, and a second run changes nothing", async () => {
    const way = ["--resolve", `${officeName}:443:${host.ip}`, "-k", "-s", "--max-time", "20"];
    const address = `https://${officeName}/sign-in`;
    const place = await client("vpn");
    const { output } = await place.run(["curl", ...way, "-H", "accept-language: en", address]);
    expect(output.replaceAll("&#39;", "'").replaceAll("&amp;", "&")).include(name);
    const again = await host.run(`${medium}/install install --config /root/site.yml --yes`, {
      timeoutSeconds: 600,
    });
    expect(again.output).match(/0 changes/);
  });
});
