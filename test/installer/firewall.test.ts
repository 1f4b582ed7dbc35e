import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { projectFile } from "../../app/base/paths.ts";
import { markOf } from "../../installer/firewall/loaded-rules.ts";
import { renderFirewall } from "../../installer/firewall/render-firewall.ts";

describe("The firewall", () => {
  const template = readFileSync(projectFile("systemd/templates/nftables.conf.template"), "utf8");
  const site = {
    vpnRanges: ["10.10.0.0/16", "fd00:10::/48"],
    adminRanges: ["10.10.1.0/28", "fd00:10:1::/64"],
    helpdeskRanges: ["10.10.2.0/28", "fd00:10:2::/64"],
    adminPort: 8443,
    destinations: [
      { address: "10.1.2.3", protocol: "tcp" as const, port: 636 },
      { address: "2001:db8::53", protocol: "udp" as const, port: 53 },
    ],
  };

  it("is taken by nftables, twice in a row", function () {
    const scratch = mkdtempSync(join(tmpdir(), "secretariat-firewall-"));
    const file = join(scratch, "rules.nft");
    writeFileSync(file, renderFirewall(template, site));
    const twice = `nft -f ${file} && nft -f ${file} && nft list table inet secretariat`;
    const { status, stdout, stderr } = spawnSync("unshare", ["--net", "sh", "-c", twice], {
      encoding: "utf8",
    });
    rmSync(scratch, { recursive: true, force: true });
    if (/not permitted|not found|No such file/.test(stderr)) {
      this.skip();
    }
    expect(stderr).to.equal("");
    expect(status).to.equal(0);
    expect(stdout).to.match(/hook input priority filter; policy drop/);
    expect(stdout).to.match(/hook output priority filter; policy drop/);
    expect(stdout).to.contain("10.1.2.3 . tcp . 636");
    expect(stdout).to.match(/set vpn6 \{[^}]*elements = \{ fd00:10::\/48 \}/);
    expect(stdout).to.match(/set admin6 \{[^}]*elements = \{ fd00:10:1::\/64 \}/);
    expect(stdout).to.match(/set helpdesk4 \{[^}]*elements = \{ 10\.10\.2\.0\/28 \}/);
    expect(stdout).to.match(/set helpdesk6 \{[^}]*elements = \{ fd00:10:2::\/64 \}/);
    expect(stdout).to.match(/set out6 \{[^}]*elements = \{ 2001:db8::53 \. udp \. 53 \}/);
  });

  it("is known again after traffic and a reload, and not after a change by hand", function () {
    const scratch = mkdtempSync(join(tmpdir(), "secretariat-firewall-"));
    const file = join(scratch, "rules.nft");
    writeFileSync(file, renderFirewall(template, site));
    const table = "inet secretariat";
    const list = `nft -j list table ${table}`;
    const asked = [
      list,
      `nft -f ${file}; ${list}`,
      `nft insert rule ${table} arriving accept; ${list}`,
      `nft -f ${file}; nft chain ${table} arriving '{ policy accept; }'; ${list}`,
      `nft -f ${file}; nft add element ${table} vpn4 '{ 198.51.100.7 }'; ${list}`,
      `nft -f ${file}; nft delete chain ${table} leaving; ${list}`,
      `nft -f ${file}; ${list}`,
    ];
    const { stdout, stderr } = spawnSync(
      "unshare",
      ["--net", "sh", "-c", [`nft -f ${file}`, ...asked].join("\n")],
      { encoding: "utf8" },
    );
    rmSync(scratch, { recursive: true, force: true });
    if (/not permitted|not found|No such file/.test(stderr)) {
      this.skip();
    }
    const listings = stdout.split("\n").filter((line) => line.startsWith("{"));
    expect(listings, stderr).to.have.length(asked.length);
    const counted = listings[0]?.replaceAll(/"(packets|bytes)": 0/g, '"$1": 71') ?? "";
    expect(counted).to.contain('"packets": 71');
    const marks = [...listings, counted].map(markOf);
    const [first] = marks;
    expect(marks.map((mark) => (mark === first ? "same" : "other")).join(" ")).to.equal(
      "same same other other other other same same",
    );
  });

  it("opens ssh to the administrators alone, and the helpdesk's page to the helpdesk too", () => {
    const opened = renderFirewall(template, site)
      .split("\n")
      .filter((line) => /tcp dport .* accept$/.test(line))
      .map((line) => line.trim());
    expect(opened).to.deep.equal([
      "ip saddr @vpn4 tcp dport 443 accept",
      "ip6 saddr @vpn6 tcp dport 443 accept",
      "ip saddr @admin4 tcp dport { 22, 8443 } accept",
      "ip6 saddr @admin6 tcp dport { 22, 8443 } accept",
      "ip saddr @helpdesk4 tcp dport 8443 accept",
      "ip6 saddr @helpdesk6 tcp dport 8443 accept",
    ]);
  });

  for (const wrong of ["0.0.0.0/0", "::/0", "10.0.0.0/33", "ldap.cg.example", "10.0.0.1; accept"]) {
    it(`takes no ${wrong}`, () => {
      expect(() => renderFirewall(template, { ...site, vpnRanges: [wrong] })).to.throw("addresses");
      const helpdeskRanges = [wrong];
      expect(() => renderFirewall(template, { ...site, helpdeskRanges })).to.throw("addresses");
    });
  }
});
