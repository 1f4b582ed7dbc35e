import { expect } from "chai";
import { readFileSync } from "node:fs";
import { dump, load } from "js-yaml";
import { projectFile } from "../../app/base/paths.ts";
import { readConfig } from "../../app/base/config.ts";
import {
  parseSite,
  siteJsonSchema,
  SiteRefused,
  webEnvironment,
} from "../../installer/site/index.ts";

const example = readFileSync(projectFile("installer/site/site.example.yml"), "utf8");

/** The example with some keys laid over it, as an administrator writes it. */
const siteWith = (changes: object) => dump({ ...(load(example) as object), ...changes });

const refusals = (source: string) => {
  try {
    parseSite(source);
    return [];
  } catch (error) {
    return error instanceof SiteRefused ? error.problems : [];
  }
};

describe("site.yml", () => {
  it("is right as the example has it, with the usual values filled in", () => {
    const site = parseSite(example);
    expect(site.name).to.equal("eoffice.cg.example");
    expect([site.web.instances, site.backups.keepDays, site.scanner]).to.deep.equal([2, 35, false]);
    expect(parseSite(siteWith({ scanner: "on" })).scanner).to.equal(true);
    expect(parseSite(siteWith({ scanner: true })).scanner).to.equal(true);
  });

  it("names every mistake at once, in both languages, with the key that was meant", () => {
    const problems = refusals(siteWith({ nmae: "x", sizing: "huge", backups: { keepDays: 1 } }));
    expect(problems.map(({ key }) => key)).to.have.members(["nmae", "sizing", "backups.keepDays"]);
    for (const { words } of problems) {
      expect(words.hi).to.match(/[\u0900-\u097f]/);
    }
    expect(problems.find(({ key }) => key === "nmae")?.words.en).to.contain("name");
  });

  it("says of a value of the wrong kind what to write, not that the key is missing", () => {
    const said = (changes: object) => refusals(siteWith(changes))[0]?.words;
    expect(said({ address: ["10.10.4.20"] })?.en).to.equal(
      "Write words; a number in quotation marks.",
    );
    expect(said({ backups: { keepDays: "abc" } })).to.deep.equal({
      hi: "संख्या लिखें।",
      en: "Write a number.",
    });
    expect(said({ vpnRanges: "10.10.0.0/16" })?.en).to.match(/^Write a list/);
    expect(said({ address: undefined })?.en).to.equal("This key is needed.");
  });

  it("refuses what would open the office to the world, or break another program's file", () => {
    for (const changes of [
      { address: "0.0.0.0" },
      { vpnRanges: ["0.0.0.0/0"] },
      { vpnRanges: [] },
      { name: "eoffice.cg.example; include /etc/shadow" },
      { name: "localhost" },
      { state: { code: "CG", nameHi: "क", nameEn: 'x"; }' } },
      { mail: { relay: "relay $(id)", from: "a@b.example" } },
      { address: "10.1" },
      { address: "010.10.4.20" },
      { address: "fe80::1%eth0" },
      { vpnRanges: ["10/8"] },
      { backups: { folder: "/" } },
      { backups: { folder: "/srv/two words" } },
      { backups: { folder: "/srv/backups\nrepo1-cipher-type=none" } },
      { backups: { folder: "/srv/../etc" } },
      { backups: { folder: "/var/lib/postgresql" } },
      { backups: { folder: "/home/backups" } },
      { escrow: { recipients: ["age1short"], threshold: 3 } },
    ]) {
      expect(refusals(siteWith(changes)), JSON.stringify(changes)).to.not.be.empty;
    }
  });

  it("takes ranges of IPv6, and refuses its addresses where the firewall would miss them", () => {
    const ranges = { vpnRanges: ["2001:db8::/32"], adminRanges: ["fd00:10::/64"] };
    expect(refusals(siteWith({ ...ranges, address: "2001:db8::20" }))).to.deep.equal([]);
    const host = "[2001:db8::1]";
    const fingerprint = Array.from({ length: 32 }, () => "AA").join(":");
    for (const [key, changes] of [
      ["directory.url", { directory: { url: `ldaps://${host}` } }],
      ["singleSignOn.0.issuer", { singleSignOn: [{ issuer: `https://${host}/` }] }],
      ["sms.url", { sms: { url: `https://${host}/send` } }],
      ["backups.second.url", { backups: { second: { url: `https://${host}:1`, fingerprint } } }],
      ["mail.relay", { mail: { relay: `${host}:587`, from: "a@b.example" } }],
    ] as const) {
      const problems = refusals(siteWith(changes));
      expect(
        problems.map((problem) => problem.key),
        key,
      ).to.deep.equal([key]);
      expect(problems[0]?.words.en).to.match(/host name|host and port/);
      expect(problems[0]?.words.hi).to.contain("होस्ट");
    }
  });

  it("refuses a file that is no YAML, or names a key twice", () => {
    expect(refusals("a: [")[0]?.words.en).to.contain("not YAML");
    expect(refusals(`${example}\nname: other.cg.example\n`)[0]?.words.en).to.contain("not YAML");
  });

  it("gives the application settings that it accepts, and no secret", () => {
    const rendered = webEnvironment(parseSite(example));
    const settings = Object.fromEntries(
      rendered
        .split("\n")
        .filter((line) => line.includes("=") && !line.startsWith("#"))
        .map((line) => line.replaceAll('"', "").split("=", 2) as [string, string]),
    );
    const urls = {
      SECRETARIAT_DATABASE_URL: "postgresql://app@127.0.0.1/secretariat",
      SECRETARIAT_REDIS_URL: "redis://127.0.0.1",
    };
    expect(readConfig({ ...settings, ...urls }).ORIGIN).to.equal("https://eoffice.cg.example");
    expect(rendered).to.not.match(/password|URL/i);
  });

  it("hands over what it says of language and directory, and leaves nothing else about them", () => {
    const directory = { url: "ldaps://ldap.cg.example:3269", base: "ou=people,dc=cg,dc=example" };
    const rendered = webEnvironment(parseSite(siteWith({ directory, language: "en" })));
    expect(rendered).to.contain('SECRETARIAT_LANGUAGE="en"\n');
    expect(rendered).to.contain(`SECRETARIAT_DIRECTORY_URL="${directory.url}"\n`);
    expect(rendered).to.contain(`SECRETARIAT_DIRECTORY_BASE="${directory.base}"\n`);
    expect(webEnvironment(parseSite(example))).to.not.contain("DIRECTORY");
    for (const url of ["https://ldap.cg.example", "ldap://ldap.cg.example"]) {
      const [problem] = refusals(siteWith({ directory: { url } }));
      expect(problem?.key).to.equal("directory.url");
      expect(problem?.words.hi).to.contain("ldaps://");
    }
    const singleSignOn = [{ id: "parichay", issuer: "https://parichay.example" }];
    expect(refusals(siteWith({ singleSignOn }))[0]?.key).to.equal("singleSignOn.0.id");
  });

  it("keeps a name that begins with a quote to its own line", () => {
    const state = { code: "CG", nameHi: "'छत्तीसगढ़", nameEn: "'Chhattisgarh" };
    const rendered = webEnvironment(parseSite(siteWith({ state })));
    expect(rendered).to.contain(`SECRETARIAT_STATE_NAME_EN="'Chhattisgarh"\n`);
  });

  it("is printed as a schema that editors read", () => {
    const schema = siteJsonSchema() as { properties: object; required: string[] };
    expect(Object.keys(schema.properties)).to.have.length.within(20, 30);
    expect(schema.required).to.include.members(["name", "address", "vpnRanges"]);
  });
});
