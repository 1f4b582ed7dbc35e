import { expect } from "chai";
import { readFileSync } from "node:fs";
import type { Check, Context } from "../../../installer/preflight/check.ts";
import { checks } from "../../../installer/preflight/checks.ts";
import { runChecks, worst } from "../../../installer/preflight/run-checks.ts";
import { parseSite } from "../../../installer/site/index.ts";
import type { Words } from "../../../installer/words.ts";
import { issue, tlsFiles } from "./certificates.ts";
import { faults } from "./faults.ts";
import { absent, gibibyte, inventedMachine, type Invented } from "./invented-machine.ts";

const example = parseSite(
  readFileSync(new URL("../../../installer/site/site.example.yml", import.meta.url), "utf8"),
);
const site: Context["site"] = {
  ...example,
  timeServers: ["time.cg.example"],
  directory: { url: "ldaps://ldap.cg.example", base: "ou=People,dc=cg,dc=example" },
  singleSignOn: [{ issuer: "https://parichay.example" }],
  mail: { relay: "relay.cg.example:587", from: "eoffice@cg.example" },
  backups: {
    ...example.backups,
    second: { url: "https://backup.cg.example", fingerprint: Array(32).fill("AB").join(":") },
  },
};

function contextOf(machine: Invented = {}, told: Partial<Context> = {}): Context {
  return {
    machine: inventedMachine(machine),
    site,
    bundle: "/bundle",
    installed: "1.1.0",
    ...told,
  };
}

function checkOf(id: string): Check {
  const found = checks.find((check) => check.id === id);
  return found ?? expect.fail(`There is no check ${id}`);
}

function expectBothLanguages(sentence: Words | undefined): void {
  expect(sentence?.en).to.be.a("string").that.does.not.match(/[{}]/);
  expect(sentence?.hi).to.match(/[ऀ-ॿ]/).and.not.match(/[{}]/);
}

describe("Checks before an installation", function () {
  this.timeout(30_000);

  it("number at least forty, each once", () => {
    const ids = checks.map(({ id }) => id);
    expect(new Set(ids).size).to.equal(ids.length);
    expect(ids.length).to.be.at.least(40);
  });

  for (const check of checks) {
    it(`${check.id} passes on a sound server: ${check.title.en}`, async () => {
      expect(await check.look(contextOf())).to.equal(undefined);
    });
  }

  for (const { id, machine, site: otherwise, installed, severity } of faults) {
    it(`${id} sees what is wrong: ${checkOf(id).title.en}`, async () => {
      const context = contextOf(machine, {
        site: { ...site, ...otherwise },
        ...(installed === undefined ? {} : { installed }),
      });
      const [result] = await runChecks([{ ...checkOf(id), when: "always" }], context);
      expect(result?.outcome).to.equal(severity ?? checkOf(id).severity);
      expectBothLanguages(result?.cause);
      expectBothLanguages(result?.remedy);
    });
  }

  it("has a failing server for every check", () => {
    const proven = [...faults.map(({ id }) => id), ...certificateChecks];
    expect(checks.map(({ id }) => id).filter((id) => !proven.includes(id))).to.deep.equal([]);
  });

  it("judges a bundle once, and never without a reason", async () => {
    const machine = { programs: { "/bundle/install verify": absent } };
    const judged = contextOf(machine, { isBundleJudged: true });
    expect(await checkOf("PF-050").look(judged)).to.equal(undefined);
    const trouble = await checkOf("PF-050").look(contextOf(machine));
    expect(trouble?.gaps?.["reason"]).to.equal("exit 127");
  });

  it("leaves port 80 to whoever has it: nothing of ours answers there", async () => {
    const files = { "/proc/net/tcp": "sl\n 0: 00:0050 00:0000 0A\n" };
    expect(await checkOf("PF-013").look(contextOf({ files }))).to.equal(undefined);
  });

  it("wants every port that what is installed answers on, and those of the watch only with it", async () => {
    const takenBy = (port: number) => ({
      files: { "/proc/net/tcp": `sl\n 0: 00:${port.toString(16).toUpperCase()} 00:0000 0A\n` },
    });
    const more = { ...site, web: { instances: 4 }, worker: { instances: 2 } };
    const unwatched = { ...more, monitoring: { ...site.monitoring, enabled: false } };
    const always = [443, 5432, 6379, 8081, 8084, 8443, 9181, 9184, 9191, 9192];
    const watching = [9090, 9093, 9100, 9115, 9121, 9187, 9480];
    for (const port of [...always, ...watching]) {
      const look = (wanted: Context["site"]) =>
        checkOf("PF-013").look(contextOf(takenBy(port), { site: wanted }));
      expect(await look(more), String(port)).to.deep.equal({ gaps: { ports: String(port) } });
      expect((await look(unwatched)) === undefined, String(port)).to.equal(watching.includes(port));
    }
    expect(await checkOf("PF-013").look(contextOf(takenBy(8083)))).to.equal(undefined);
  });

  it("is not content with a drill that failed", async () => {
    const prom = "secretariat_backup_drill_timestamp_seconds 1793000000\n";
    const files = { "/var/lib/prometheus/node-exporter/backup.prom": prom };
    expect(await checkOf("PF-054").look(contextOf({ files }))).to.deep.equal({
      gaps: { days: "?" },
    });
  });

  it("asks for ballast only where the disk has room for it", async () => {
    const small = { "/var/lib/postgresql/.secretariat-ballast": { freeBytes: 10 * gibibyte } };
    const context = contextOf({ entry: async () => undefined, spaces: small });
    expect(await checkOf("PF-069").look(context)).to.equal(undefined);
  });

  it("does not doubt a base where the directory tells strangers nothing, or serves all", async () => {
    for (const trees of [[], [""]]) {
      const context = contextOf({ directoryTrees: async () => trees });
      expect(await checkOf("PF-070").look(context)).to.equal(undefined);
    }
  });

  it("finds the name servers behind a resolver of the machine's own, or as site.yml has them", async () => {
    const own = { "/etc/resolv.conf": "nameserver 127.0.0.53\nnameserver ::1\n" };
    const behind = { ...own, "/run/systemd/resolve/resolv.conf": "nameserver 10.10.0.2\n" };
    expect(await checkOf("PF-071").look(contextOf({ files: behind }))).to.equal(undefined);
    const named = contextOf({ files: own }, { site: { ...site, nameServers: ["10.10.0.2"] } });
    expect(await checkOf("PF-071").look(named)).to.equal(undefined);
  });

  it("asks for no name server where site.yml names nobody by name", async () => {
    const bare = { ...example, timeServers: ["10.10.0.2"] };
    const files = { "/etc/resolv.conf": "" };
    expect(await checkOf("PF-071").look(contextOf({ files }, { site: bare }))).to.equal(undefined);
  });

  it("takes a check that breaks for a warning, never for a pass", async () => {
    const broken: Check = {
      ...checkOf("PF-002"),
      look: () => Promise.reject(new Error("no such luck")),
    };
    const results = await runChecks([broken], contextOf());
    expect(results[0]?.outcome).to.equal("warn");
    expect(worst(results)).to.equal("warn");
  });
});

const certificateChecks = ["PF-031", "PF-032", "PF-033", "PF-034", "PF-035", "PF-036"];

describe("An imported certificate", function () {
  this.timeout(30_000);
  const imported = { ...site, tls: { mode: "imported" as const } };
  const now = () => new Date();

  async function troubled(files: Record<string, string>, isBare = false): Promise<string[]> {
    const { installed, ...bare } = contextOf({ files, now }, { site: imported });
    const context: Context = isBare || installed === undefined ? bare : { ...bare, installed };
    const judged = checks.filter(({ id }) => certificateChecks.includes(id));
    const results = await runChecks(judged, context);
    return results
      .filter(({ outcome }) => outcome !== "pass")
      .map(({ id, outcome }) => `${id} ${outcome}`);
  }

  it("is accepted when everything fits", async () => {
    expect(await troubled(tlsFiles(issue()))).to.deep.equal([]);
  });
  it("is asked for when it is not there", async () => {
    expect(await troubled({})).to.deep.equal(["PF-031 fail"]);
  });
  it("may come after the installation, which alone can ask for it", async () => {
    expect(await troubled({}, true)).to.deep.equal(["PF-031 warn"]);
    const { installed: _none, ...bare } = contextOf({}, { site: imported });
    const [result] = await runChecks([checkOf("PF-031")], bare);
    expect(result?.remedy?.en).to.match(/^Install: .*secretariat certs csr.*certs import$/);
    expectBothLanguages(result?.remedy);
  });
  it("is refused beforehand too where only half of it was brought", async () => {
    const { "/etc/secretariat/tls/server.key": _key, ...half } = tlsFiles(issue());
    expect(await troubled(half, true)).to.deep.equal(["PF-031 fail"]);
  });
  it("is refused with a strange key", async () => {
    expect(await troubled(tlsFiles({ ...issue(), key: issue().key }))).to.deep.equal([
      "PF-032 fail",
    ]);
  });
  it("is refused for another name", async () => {
    expect(await troubled(tlsFiles(issue({ name: "mail.cg.example" })))).to.deep.equal([
      "PF-033 fail",
    ]);
  });
  it("is warned of in its last month and refused in its last week", async () => {
    expect(await troubled(tlsFiles(issue({ days: 20 })))).to.deep.equal(["PF-034 warn"]);
    expect(await troubled(tlsFiles(issue({ days: 3 })))).to.deep.equal(["PF-034 fail"]);
  });
  it("is refused with a weak key", async () => {
    expect(await troubled(tlsFiles(issue({ key: ["-newkey", "rsa:1024"] })))).to.deep.equal([
      "PF-035 fail",
    ]);
  });
  it("is refused when its chain is broken", async () => {
    const other = issue().authority;
    expect(await troubled(tlsFiles({ ...issue(), authority: other }))).to.deep.equal([
      "PF-036 fail",
    ]);
  });
});
