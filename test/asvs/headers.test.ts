import { readdirSync } from "node:fs";
import { expect } from "chai";
import { v7 as newId } from "uuid";
import { startSession } from "../../app/base/index.ts";
import { assetsFolder } from "../../app/base/assets.ts";
import { roleNames } from "../../app/access/index.ts";
import { allRoutes } from "../../app/modules.ts";
import { anOfficer } from "../support/builders.ts";
import { aDocument } from "../support/receipt-builders.ts";
import { sandboxed } from "../support/sandbox.ts";
import { aSecureOffice, type Asked, type Told } from "./secure-office.ts";

function directivesOf(policy = ""): ReadonlyMap<string, string> {
  return new Map(
    policy.split("; ").map((directive) => {
      const [name = "", ...values] = directive.split(" ");
      return [name, values.join(" ")];
    }),
  );
}

type Wanted = readonly [what: string, isSo: (told: Told) => boolean];

const header =
  (name: string, wanted: RegExp) =>
  ({ headers }: Told): boolean =>
    wanted.test(headers[name] ?? "");

const directive =
  (name: string, wanted: RegExp) =>
  ({ headers }: Told): boolean =>
    wanted.test(directivesOf(headers["content-security-policy"]).get(name) ?? "");

const isText = ({ headers, text }: Told): boolean =>
  text !== "" && /^text\/|xml$/.test(headers["content-type"] ?? "");

const wanted: readonly Wanted[] = [
  ["default-src 'none'", directive("default-src", /^'none'$/)],
  ["base-uri 'none'", directive("base-uri", /^'none'$/)],
  ["no frame of strangers", directive("frame-ancestors", /^'(self|none)'$/)],
  ["no script but ours", directive("script-src", /^(?!.*(unsafe|\*|https?:))/)],
  ["nosniff", header("x-content-type-options", /^nosniff$/)],
  ["referrer policy", header("referrer-policy", /^(same-origin|no-referrer)$/)],
  ["opener policy", header("cross-origin-opener-policy", /^same-origin$/)],
  ["resource policy", header("cross-origin-resource-policy", /^same-origin$/)],
  ["HSTS", header("strict-transport-security", /^max-age=31536000; includeSubDomains$/)],
  ["nothing for other origins", header("access-control-allow-origin", /^$/)],
  ["no banner", (told) => header("server", /^$/)(told) && header("x-powered-by", /^$/)(told)],
  ["not kept", header("cache-control", /no-store|private|immutable/)],
  ["a type for every body", ({ headers, text }) => text === "" || !!headers["content-type"]],
  ["charset", (told) => !isText(told) || header("content-type", /utf-8/i)(told)],
  ["no inner workings", ({ text }) => !/node_modules|\.tsx?:\d+|at \w+ \(|SequelizeE/.test(text)],
  ["never a defect", ({ status }) => status !== 500],
];

/** What is wrong with the headers of an answer; nothing should be. */
function faultsOf(told: Told): string[] {
  return wanted.flatMap(([what, isSo]) => (isSo(told) ? [] : [what]));
}

describe("The headers of every route", () => {
  sandboxed();
  const office = aSecureOffice();
  before(office.open);
  after(office.close);

  async function faultsAt(path: string, asked: Asked = {}): Promise<string[]> {
    const told = await office.ask(path, asked);
    const faults = faultsOf(told);
    return faults.length === 0
      ? []
      : [`${asked.method ?? "GET"} ${path} (${told.status}): ${faults.join(", ")}`];
  }

  async function signedIn(): Promise<Readonly<Record<string, string>>> {
    const officer = await anOfficer({ roles: roleNames });
    const token = await startSession({
      accountId: officer.accountId,
      actingPostId: officer.postId,
      language: "en",
      provedAt: Date.now() + 60_000,
      secondFactor: true,
    });
    return { cookie: `__Host-session=${token}`, accept: "text/html" };
  }

  it("are whole on 100 % of routes, for strangers and for who may do everything", async function () {
    this.timeout(120_000);
    const headers = await signedIn();
    const faults: string[] = [];
    for (const { method, path } of allRoutes) {
      const address = path.replace(/:\w+/g, () => newId());
      faults.push(...(await faultsAt(address, { method })));
      faults.push(...(await faultsAt(address, { method, headers })));
      faults.push(
        ...(await faultsAt(address, {
          method,
          headers: { ...headers, accept: "application/json" },
        })),
      );
    }
    expect(faults.slice(0, 20).join("\n")).to.equal("");
    expect(allRoutes.length).to.be.greaterThan(200);
  });

  it("are whole on errors, assets, downloads, reports and the description of the API", async () => {
    const officer = await anOfficer();
    const document = await aDocument(officer);
    const { accountId, postId: actingPostId } = officer;
    const token = await startSession({ accountId, actingPostId, language: "hi" });
    const cookie = `__Host-session=${token}`;
    const [asset = ""] = readdirSync(assetsFolder);
    const form = { "content-type": "application/x-www-form-urlencoded" };
    const faults = [
      await faultsAt("/no/such/page"),
      await faultsAt("/items/%E0%A4%A"),
      await faultsAt("/assets/none.js"),
      await faultsAt(`/assets/${asset}`),
      await faultsAt("/openapi.json"),
      await faultsAt("/content-security-reports", { method: "POST", body: "{}" }),
      await faultsAt("/sign-in", { headers: { host: "elsewhere.example" } }),
      await faultsAt("/sign-in", { method: "POST", headers: form, body: "login=a&password=b" }),
      await faultsAt("/sign-in", { method: "POST", headers: form, body: "a".repeat(1_200_000) }),
      await faultsAt("/sign-in", { method: "POST", headers: { "content-type": "a/b" }, body: "x" }),
      await faultsAt("/sign-in", { method: "OPTIONS" }),
      await faultsAt(`/documents/${document.id}`, { headers: { cookie } }),
      await faultsAt(`/documents/${document.id}`, { headers: { cookie, range: "bytes=0-9" } }),
      await faultsAt(`/documents/${document.id}?download=true`, { headers: { cookie } }),
    ].flat();
    expect(faults).to.deep.equal([]);
  });

  it("give a page no plug-in, no other address and a place to report to", async () => {
    const { headers } = await office.ask("/sign-in");
    const policy = headers["content-security-policy"] ?? "";
    expect(policy).to.contain("object-src 'none'").and.to.contain("report-uri /");
    expect(policy)
      .to.contain("form-action 'self'")
      .and.not.to.match(/https?:|\*/);
  });

  it("let no other origin read or ask, whatever it says it is", async () => {
    const headers = await signedIn();
    for (const origin of [
      "https://elsewhere.example",
      "null",
      "https://secretariat.test.evil.example",
    ]) {
      const preflight = { "access-control-request-method": "POST", origin };
      const told = [
        await office.ask("/me", { headers: { ...headers, origin } }),
        await office.ask("/folders", { method: "OPTIONS", headers: { ...headers, ...preflight } }),
      ];
      expect(told[1]?.status).to.equal(404);
      for (const answer of told) {
        const names = Object.keys(answer.headers);
        expect(names.filter((name) => name.startsWith("access-control"))).to.deep.equal([]);
      }
    }
  });

  it("keep nothing that was shown to somebody in any cache", async () => {
    const headers = await signedIn();
    for (const path of [
      "/me",
      "/tray",
      "/office/people",
      "/accounts",
      "/notices",
      "/me.css",
      "/tray/a.js",
    ]) {
      const { headers: told } = await office.ask(path, { headers });
      expect(told["cache-control"], path).to.equal("no-store");
    }
  });
});
