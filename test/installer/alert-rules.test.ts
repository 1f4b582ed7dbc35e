import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { dump, load } from "js-yaml";
import { parseSite } from "../../installer/site/index.ts";
import { destinationsOf, machineDestinationsOf } from "../../installer/steps/destinations.ts";
import { alerts, impacts } from "../../installer/watching/alerts/index.ts";
import { renderAlertmanager } from "../../installer/watching/config/alertmanager.ts";
import {
  renderBlackbox,
  renderPostgresQueries,
  renderPrometheus,
} from "../../installer/watching/config/prometheus.ts";
import { renderRules } from "../../installer/watching/config/rules.ts";
import { readFileSync } from "node:fs";
import { alertCases, furtherCases, isLong, type AlertCase } from "./alert-cases.ts";

const tool = (program: string, given: readonly string[]) => {
  const ran = spawnSync(program, given, { encoding: "utf8", timeout: 60_000 });
  return { code: ran.status, said: ran.stdout + ran.stderr };
};
const isThere = (program: string): boolean => tool(program, ["--version"]).code === 0;

describe("What is watched", function () {
  this.timeout(60_000);
  let folder = "";
  before(() => {
    folder = mkdtempSync(join(tmpdir(), "alerts-"));
    writeFileSync(join(folder, "rules.yml"), renderRules());
  });
  after(() => rmSync(folder, { recursive: true }));

  it("has a name of its own, words in both languages, and steps", () => {
    expect(alerts.length).to.be.greaterThan(45);
    expect(new Set(alerts.map(({ name }) => name)).size).to.equal(alerts.length);
    for (const { name, title, steps, impact } of alerts) {
      expect(title.hi, name).to.match(/[\u0900-\u097F]/);
      expect(title.en, name).not.to.match(/[\u0900-\u097F]/);
      expect(steps.hi, name).to.have.length(steps.en.length).and.length.above(0);
      expect(impacts[impact].say.hi, name).to.match(/[\u0900-\u097F]/);
    }
  });

  it("sends nobody to a command that shows nothing of it", () => {
    const naming = (words: string) =>
      alerts
        .filter(({ steps }) => [...steps.hi, ...steps.en].some((step) => step.includes(words)))
        .map(({ name }) => name);
    expect(naming("secretariat status")).to.deep.equal(["ReadOnlyMode"]);
    expect(naming("secretariat doctor")).to.deep.equal(["SitePageDown"]);
    // Without the ballast only what is needless anyway goes, which may be nothing.
    expect(naming("disk reclaim")).to.deep.equal(naming("disk reclaim --ballast"));
  });

  it("has a case for each alert", () => {
    expect(Object.keys(alertCases)).to.have.members(alerts.map(({ name }) => name));
  });

  it("is understood by Prometheus, and each alert fires for its trouble and for nothing else", function () {
    if (!isThere("promtool")) {
      this.skip(); // promtool comes with the tests of the appliance
    }
    const checked = tool("promtool", ["check", "rules", join(folder, "rules.yml")]);
    expect(checked.code, checked.said).to.equal(0);
    const files = alerts.map((alert) => {
      writeFileSync(join(folder, `${alert.name}.yml`), renderRules({ one: [alert] }));
      const path = join(folder, `${alert.name}-cases.yml`);
      writeFileSync(path, dump(casesOf(alert.name), { lineWidth: -1 }));
      return path;
    });
    const { code, said } = tool("promtool", ["test", "rules", ...files]);
    expect(code, said.slice(-3_000)).to.equal(0);
  });

  describe("from outside", () => {
    const example = readFileSync("installer/site/site.example.yml", "utf8");
    const watched = (prober: string) =>
      parseSite(`${example}\nmonitoring: { outsideProbe: "${prober}" }\n`);
    interface Job {
      readonly job_name: string;
      readonly relabel_configs?: readonly { readonly replacement?: string }[];
      readonly static_configs?: readonly { readonly targets: readonly string[] }[];
    }
    const jobOf = (site: ReturnType<typeof parseSite>): Job | undefined =>
      (load(renderPrometheus(site)) as { scrape_configs: Job[] }).scrape_configs.find(
        ({ job_name: name }) => name === "outside",
      );

    it("has another machine knock at every door, where site.yml names one", () => {
      const job = jobOf(watched("10.99.0.5:9999"));
      expect(job?.relabel_configs?.at(-1)?.replacement).to.equal("10.99.0.5:9999");
      const doors = ["10.10.4.20:443", "10.10.4.20:8443", "10.10.4.20:22"];
      expect(job?.static_configs?.[0]?.targets).to.deep.equal(doors);
      expect(jobOf(watched("10.99.0.5"))?.relabel_configs?.at(-1)?.replacement).to.equal(
        "10.99.0.5:9115",
      );
    });

    it("claims nothing where none is named", () => {
      expect(jobOf(parseSite(example))).to.equal(undefined);
    });

    it("lets the machine ask it, and no unit of ours through it", async () => {
      const site = watched("10.99.0.5");
      const prober = { address: "10.99.0.5", port: 9115, protocol: "tcp" };
      expect(await machineDestinationsOf(site)).to.deep.include(prober);
      expect(await destinationsOf(site)).not.to.deep.include(prober);
      expect(await machineDestinationsOf(parseSite(example))).not.to.deep.include(prober);
    });
  });

  it("makes settings that Prometheus and Alertmanager accept", function () {
    if (!isThere("promtool")) {
      this.skip();
    }
    const example = readFileSync("installer/site/site.example.yml", "utf8");
    const mailed = example
      .replace("# mail:", "mail:")
      .concat('\nmonitoring: { alertTo: "it@cg.example", outsideProbe: "10.99.0.5:9115" }\n');
    for (const site of [parseSite(example), parseSite(mailed)]) {
      const prometheus = renderPrometheus(site).replaceAll(
        "/etc/prometheus/secretariat/rules.yml",
        join(folder, "rules.yml"),
      );
      writeFileSync(join(folder, "prometheus.yml"), prometheus);
      writeFileSync(join(folder, "alertmanager.yml"), renderAlertmanager(site));
      const checked = tool("promtool", ["check", "config", join(folder, "prometheus.yml")]);
      expect(checked.code, checked.said).to.equal(0);
      const routed = tool("amtool", ["check-config", join(folder, "alertmanager.yml")]);
      expect(routed.code, routed.said).to.be.oneOf([0, null]);
      expect(renderBlackbox(site)).to.contain("prober: icmp");
    }
    expect(renderPostgresQueries()).to.contain("pg_ls_waldir");
  });
});

/** Two tests for each case: in one it fires, in the other it is silent. Its rule stands alone, which is quick. */
function casesOf(name: string): object {
  const first = alertCases[name] ?? expect.fail(name);
  const cases = [first, ...furtherCases.filter(({ alert }) => alert === name)];
  const strides = cases.map(({ at }) => (isLong(at) ? "1h" : "1m"));
  const tests = cases.flatMap(({ at, loud, quiet }, place) => {
    const both = [
      caseOf(`${name} fires`, at, loud),
      ...(name === "Watchdog" ? [] : [caseOf(`${name} is silent`, at, quiet)]),
    ];
    return both.map((test) => ({ ...test, interval: strides[place] }));
  });
  return { rule_files: [`${name}.yml`], evaluation_interval: strides[0], tests };
}

// promtool wants every label and annotation of what fires; `count` of the alert's own series needs none.
function caseOf(title: string, at: string, series: AlertCase["loud"]) {
  const [name = "", how] = title.split(" ");
  const expr = `count(ALERTS{alertname="${name}",alertstate="firing"})`;
  return {
    name: title,
    input_series: series.map(([one, values]) => ({ series: one, values })),
    promql_expr_test: [
      { expr, eval_time: at, exp_samples: how === "fires" ? [{ labels: "{}", value: 1 }] : [] },
    ],
  };
}
