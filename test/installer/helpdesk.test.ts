import { readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { expect } from "chai";
import { load } from "cheerio";
import { contactText } from "../../installer/offices/watch-office.ts";
import { parseSite } from "../../installer/site/index.ts";
import { alerts } from "../../installer/watching/alerts/index.ts";
import { renderFigures } from "../../installer/watching/figures/render.ts";
import { grafanaDashboard } from "../../installer/watching/grafana/dashboard.ts";
import { panels } from "../../installer/watching/grafana/panels.ts";
import { askPrometheus, readAlerts } from "../../installer/watching/helpdesk/ask-prometheus.ts";
import {
  judgeOffices,
  type Contact,
  type KnownOffice,
} from "../../installer/watching/helpdesk/judge-offices.ts";
import { serveHelpdesk } from "../../installer/watching/helpdesk/serve.ts";

const example = readFileSync("installer/site/site.example.yml", "utf8");
const at = new Date("2026-11-22T05:00:00Z");

/** As Prometheus 2.42 answered `/api/v1/alerts`. */
const answer = (...names: readonly (readonly [name: string, office?: string])[]) => ({
  status: "success",
  data: {
    alerts: [["Watchdog"] as const, ...names].map(([alertname, office]) => ({
      labels: { alertname, severity: "red", ...(office ? { office, instance: "10.1.1.1" } : {}) },
      annotations: { summary: "…" },
      state: "firing",
      activeAt: "2026-11-22T04:23:11.123456789Z",
      value: "0e+00",
    })),
  },
});

const offices: readonly KnownOffice[] = ["387", "388", "389"].map((lgd) => ({
  lgd,
  names: { en: `Office ${lgd}`, hi: `कार्यालय ${lgd}` },
  helpdesk: lgd === "388" ? { names: { en: "Cell", hi: "प्रकोष्ठ" }, phone: "07782-222222" } : null,
  hasLine: true,
}));

const lights = (...names: readonly (readonly [name: string, office?: string])[]) =>
  Object.fromEntries(
    judgeOffices(readAlerts(answer(...names), at), offices).offices.map(({ office, light }) => [
      office.lgd,
      light,
    ]),
  );

async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  server.unref();
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

describe("The page of the helpdesk", () => {
  it("is green where only the watchdog stands", () => {
    expect(lights()).to.deep.equal({ 387: "green", 388: "green", 389: "green" });
  });

  it("is red for an office whose own line is down, and for no other", () => {
    expect(lights(["OfficeLineDown", "388"])).to.deep.equal({
      387: "green",
      388: "red",
      389: "green",
    });
  });

  it("is red for all when the page does not open, amber when it is slow", () => {
    expect(Object.values(lights(["SitePageDown"]))).to.deep.equal(["red", "red", "red"]);
    expect(Object.values(lights(["PagesSlow"]))).to.deep.equal(["amber", "amber", "amber"]);
  });

  it("stays green for what offices do not notice, and tells the data centre", () => {
    const judged = judgeOffices(readAlerts(answer(["BackupOld"], ["RecordBroken"]), at), offices);
    expect(judged.offices.map(({ light }) => light)).to.deep.equal(["green", "green", "green"]);
    expect(judged.unseen.map(({ alert }) => alert.name)).to.deep.equal([
      "RecordBroken",
      "BackupOld",
    ]);
  });

  it("does not know how it is where nobody tries the page or a line, but what is wrong stays so", () => {
    expect(lights(["NobodyTries"], ["OfficeLineDown", "388"])).to.deep.equal({
      387: "unknown",
      388: "red",
      389: "unknown",
    });
    expect(lights(["NobodyTries", "389"])).to.include({ 388: "green", 389: "unknown" });
    expect(Object.values(lights(["NobodyTries"], ["PagesSlow"]))).not.to.include("unknown");
    expect(judgeOffices(readAlerts(answer(["NobodyTries"]), at), offices).light).to.equal(
      "unknown",
    );
  });

  it("shows last what may wait, which is sent to nobody, and never the watchdog", () => {
    const all = alerts.map(({ name }) => [name] as const);
    const { unseen } = judgeOffices(readAlerts(answer(...all), at), offices);
    const severities = unseen.map(({ alert }) => alert.severity);
    expect(severities.slice(severities.indexOf("quiet"))).to.deep.equal([
      "quiet",
      "quiet",
      "quiet",
    ]);
    expect(severities.lastIndexOf("red")).to.be.below(severities.indexOf("amber"));
    expect(unseen.map(({ alert }) => alert.name)).not.to.include("Watchdog");
    expect(judgeOffices(readAlerts(answer(["RebootNeeded"]), at), offices).light).to.equal("green");
  });

  it("knows nothing when Prometheus is down, answers nonsense, or judges no rules", async () => {
    const unknown = async (address: string) =>
      expect((await askPrometheus(address, at)).isWatched).to.equal(false);
    await unknown("http://127.0.0.1:9");
    const nonsense = createServer((_request, response) => response.end("<html>502</html>"));
    await unknown(await listen(nonsense));
    nonsense.close();
    const silent = { status: "success", data: { alerts: [] } };
    expect(readAlerts(silent, at).isWatched).to.equal(false);
    const judged = judgeOffices({ isWatched: false, at }, offices);
    expect(new Set(judged.offices.map(({ light }) => light))).to.deep.equal(new Set(["unknown"]));
  });

  describe("over HTTP", () => {
    let origin = "";
    let server: Server;
    let contact: Contact | null = null;
    let sight = readAlerts(answer(["OfficeLineDown", "388"], ["BackupOld"]), at);
    before(async () => {
      server = serveHelpdesk({
        sight: () => Promise.resolve(sight),
        offices: () => Promise.resolve(offices),
        contact: () => Promise.resolve(contact),
        language: "hi",
      });
      origin = await listen(server);
    });
    after(() => server.close());

    const open = async (path: string, headers: Record<string, string> = {}) => {
      const response = await fetch(origin + path, { headers });
      const text = await response.text();
      return { status: response.status, headers: response.headers, text, $: load(text) };
    };

    it("says what people notice, since when, what to say and whom to call, in both languages", async () => {
      const english = await open("/helpdesk/?lang=en");
      expect(english.$("html").attr("lang")).to.equal("en");
      const box = english.$(".office.red").text();
      expect(box).to.contain("Office 388").and.contain("Pages do not open in this office alone");
      expect(box).to.contain("The line of your office is down").and.contain("22.11.2026 09:53");
      expect(english.$(".office.red a.phone").attr("href")).to.equal("tel:07782222222");
      const hindi = await open("/helpdesk/", { "accept-language": "hi-IN,hi" });
      expect(hindi.$(".office.red").text()).to.contain("आपके कार्यालय की लाइन बंद है");
      expect(hindi.$("h1").text()).to.equal("कार्यालयों की स्थिति");
    });

    it("needs no script, renews itself, and lets nothing in from elsewhere", async () => {
      const { text, headers, $ } = await open("/helpdesk/");
      expect($("script").length + $("[style]").length).to.equal(0);
      expect($("meta[http-equiv=refresh]").attr("content")).to.equal("30");
      expect(headers.get("content-security-policy")).to.contain("default-src 'none'");
      expect(text).not.to.match(/undefined|\[object/);
      expect((await fetch(`${origin}/helpdesk/`, { method: "POST" })).status).to.equal(405);
      expect((await open("/helpdesk/../../etc/passwd")).status).to.equal(404);
    });

    it("gives the data centre's number wherever it is to be called, if site.yml has one", async () => {
      const before = sight;
      sight = readAlerts(answer(["SitePageDown"], ["BackupOld"], ["OutsideReachable"]), at);
      expect((await open("/helpdesk/?lang=en")).$("a.phone")).to.have.length(0);
      const phone = "0771-2221234";
      const told = `${example}\nmonitoring: { contact: { nameHi: केंद्र, nameEn: Centre, phone: "${phone}" } }`;
      contact = JSON.parse(contactText(parseSite(told))) as Contact;
      const { $ } = await open("/helpdesk/?lang=en");
      expect($(".trouble.red").text()).to.contain(`State Data Centre · Centre ${phone}`);
      expect($(".trouble.red a.phone").attr("href")).to.equal("tel:07712221234");
      expect($(".unseen a.phone")).to.have.length(1); // not beside the security officer
      const steps = await open("/helpdesk/alerts/SitePageDown?lang=hi");
      expect(steps.$("dl").text()).to.contain(`केंद्र ${phone}`);
      sight = { isWatched: false, at };
      expect((await open("/helpdesk/")).$(".summary.unknown a.phone").text()).to.equal(phone);
      [sight, contact] = [before, null];
      expect(JSON.parse(contactText(parseSite(example)))).to.equal(null);
    });

    it("says plainly that nobody is watching", async () => {
      const before = sight;
      sight = { isWatched: false, at };
      const { $ } = await open("/helpdesk/?lang=en");
      sight = before;
      expect($(".summary.unknown").text()).to.contain("Nobody is watching just now");
    });

    it("says so too while nobody tries the page, beside what is wrong all the same", async () => {
      const before = sight;
      sight = readAlerts(answer(["NobodyTries"], ["OfficeLineDown", "388"]), at);
      const all = await open("/helpdesk/?lang=en");
      sight = readAlerts(answer(["NobodyTries", "389"]), at);
      const one = await open("/helpdesk/?lang=hi");
      sight = before;
      const summary = all.$(".summary.unknown").text();
      expect(summary).to.contain("in one office").and.contain("Nobody is watching just now");
      expect(all.$(".unseen").text()).to.contain("Nobody tries whether the page opens");
      expect(all.$("main").text()).not.to.contain("All well");
      expect(one.$(".summary.unknown").text()).to.contain("एक कार्यालय की स्थिति पता नहीं");
      expect(one.$("main").text()).to.contain("कार्यालय 387").and.contain("सब ठीक");
    });

    it("has a page with steps for every alert, its style and its letters", async () => {
      for (const { name, steps } of alerts) {
        const { status, $ } = await open(`/helpdesk/alerts/${name}?lang=en`);
        expect([status, $("ol.steps li").length], name).to.deep.equal([200, steps.en.length]);
      }
      const css = await open("/helpdesk/helpdesk.css");
      const fonts = [...css.text.matchAll(/url\("([^"]+)"\)/g)].map(([, path = ""]) => path);
      expect(fonts).to.have.length(4);
      for (const path of fonts) {
        expect((await open(path)).status, path).to.equal(200);
      }
    });
  });
});

describe("Figures and panels", () => {
  it("are written as node-exporter reads them, without what is not known", () => {
    const text = renderFigures([
      { name: "reboot_needed", help: "1 when …", values: [["", 0]] },
      { name: "certificate_is_served", help: "1 when …", values: [] },
      { name: "unit_failed", help: "1 when …", values: [['unit="nginx.service"', 1]] },
    ]);
    expect(text).to.contain("secretariat_reboot_needed 0\n");
    expect(text).to.contain('secretariat_unit_failed{unit="nginx.service"} 1\n');
    expect(text).not.to.contain("is_served");
  });

  it("make a dashboard of the same list in both languages", () => {
    for (const language of ["hi", "en"] as const) {
      const { panels: made } = grafanaDashboard(language) as { panels: { title: string }[] };
      expect(made.map(({ title }) => title)).to.deep.equal(
        panels.map(({ title }) => title[language]),
      );
    }
  });
});
