import { expect } from "chai";
import { nameServersOf } from "../../installer/firewall/name-servers.ts";
import { destinationsOf } from "../../installer/steps/destinations.ts";
import { parseSite } from "../../installer/site/index.ts";
import { readFileSync } from "node:fs";

describe("The name servers the firewall lets through", () => {
  const none = { nameServers: [] };
  const stub = "nameserver 127.0.0.53\noptions edns0\n";
  const told = (files: Readonly<Record<string, string>>, site: { nameServers: string[] } = none) =>
    nameServersOf(site, async (path) => files[path]);

  it("are those of resolv.conf, an address of a link without the name of the link", async () => {
    const files = { "/etc/resolv.conf": "nameserver 10.10.0.2\nnameserver fe80::1%eth0\n" };
    expect(await told(files)).to.deep.equal(["10.10.0.2", "fe80::1"]);
  });

  it("are those systemd-resolved asks, where resolv.conf names it alone", async () => {
    const asked = "nameserver 10.10.0.2\nnameserver 10.10.0.3\n";
    const files = { "/etc/resolv.conf": stub, "/run/systemd/resolve/resolv.conf": asked };
    expect(await told(files)).to.deep.equal(["10.10.0.2", "10.10.0.3"]);
  });

  it("are none where no file tells of any, without a stumble", async () => {
    expect(await told({ "/etc/resolv.conf": "nameserver ::1\n" })).to.deep.equal([]);
    expect(await told({})).to.deep.equal([]);
  });

  it("are those of site.yml before all others", async () => {
    const files = { "/etc/resolv.conf": "nameserver 10.10.0.9\n" };
    expect(await told(files, { nameServers: ["10.10.0.2"] })).to.deep.equal(["10.10.0.2"]);
    const example = readFileSync("installer/site/site.example.yml", "utf8");
    const site = parseSite(`${example}\nnameServers: [10.10.0.2]\n`);
    for (const protocol of ["udp", "tcp"] as const) {
      const destination = { address: "10.10.0.2", port: 53, protocol };
      expect(await destinationsOf(site)).to.deep.include(destination);
    }
  });
});
