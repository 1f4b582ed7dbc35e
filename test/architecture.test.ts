import { readFileSync, readdirSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { expect } from "chai";
import { assetPath, assetsFolder } from "../app/base/assets.ts";
import { describeApi } from "../app/base/web/openapi.ts";
import { declaredJobs } from "../app/base/index.ts";
import { translations } from "../app/base/words.ts";
import { actionNames } from "../app/audit/index.ts";
import { allRoutes, modules } from "../app/modules.ts";
import {
  crossings,
  forbiddenWords,
  pagesThatRead,
  pastAnIndex,
  upwards,
} from "./architecture/imports.ts";
import { bareWords, untranslated, withOtherGaps } from "./architecture/sentences.ts";
import { sourcesOf } from "./architecture/sources.ts";

const sources = sourcesOf("app").filter(({ path }) => !path.startsWith("app/browser/"));
const order = ["base", "ui", "writing", ...modules.map(({ name }) => name), "demonstration"];
const imports = crossings(sources);

/** Each rule stands beside a sample that breaks it, so that a rule which sees nothing cannot pass. */
describe("The architecture", () => {
  it("has something to judge", () => {
    expect(imports.length).to.be.greaterThan(50);
    expect(allRoutes.length).to.be.greaterThan(5);
  });

  it("lets a module reach another only through its index", () => {
    const bad = crossings([{ path: "app/files/x.ts", text: 'import "../movement/move.ts";' }]);
    expect(pastAnIndex(bad)).to.have.length(1);
    expect(pastAnIndex(imports)).to.deep.equal([]);
  });

  it("lets imports point only down the list of modules", () => {
    const bad = crossings([
      { path: "app/organisation/x.ts", text: 'import "../movement/index.ts";' },
      { path: "app/base/x.ts", text: 'import "../organisation/index.ts";' },
    ]);
    expect(upwards(bad, order)).to.have.length(2);
    expect(upwards(imports, order)).to.deep.equal([]);
  });

  it("keeps pages free of queries", () => {
    const bad = { path: "app/files/pages/x.tsx", text: "await rows(`select 1`)" };
    expect(pagesThatRead([bad])).to.have.length(1);
    expect(pagesThatRead(sources)).to.deep.equal([]);
  });

  it("keeps raw HTML and inline styles out", () => {
    expect(
      forbiddenWords([{ path: "x", text: "<p dangerouslySetInnerHTML={x} />" }]),
    ).to.have.length(1);
    expect(forbiddenWords(sources)).to.deep.equal([]);
  });

  it("gives every route a schema, a rule and a line for the description", () => {
    for (const { method, path, input, allow, summary } of allRoutes) {
      expect(input, `${method} ${path}`).to.have.property("safeParse");
      expect(allow === "everyone" || typeof allow === "function", `${method} ${path}`).to.equal(
        true,
      );
      expect(summary, `${method} ${path}`).to.match(/^[A-Z]/);
    }
  });

  it("gives every address one route, and every form its page", () => {
    const addresses = allRoutes.map(({ method, path }) => `${method} ${path}`);
    expect(addresses.filter((one, index) => addresses.indexOf(one) !== index)).to.deep.equal([]);
    const forms = allRoutes.map(({ form }) => form).filter((form) => form !== undefined);
    expect(forms.filter((form) => !addresses.includes(`GET ${form}`))).to.deep.equal([]);
  });

  it("describes every route in the API", () => {
    const { paths } = describeApi(allRoutes) as { paths: Record<string, object> };
    const described = Object.values(paths).reduce((sum, path) => sum + Object.keys(path).length, 0);
    expect(described).to.equal(allRoutes.length);
  });

  it("loads every job, listener and chore that is declared", () => {
    const declared = sources.flatMap(({ path, text }) =>
      path.startsWith("app/base/")
        ? []
        : [
            ...text.matchAll(
              /(?:defineJob|defineChore)\(\s*"([^"]+)"|onEvent\(\s*[^,]+,\s*"([^"]+)"/g,
            ),
          ].map(([, one, other]) => one ?? other ?? ""),
    );
    const { jobs, listeners, chores } = declaredJobs();
    expect(
      declared.filter((name) => ![...jobs, ...listeners, ...chores].includes(name)),
    ).to.deep.equal([]);
  });

  it("has a name for every act that is recorded", () => {
    const acts = (text: string) =>
      [...text.matchAll(/\brecord\(\s*[^,"`]+,\s*"([a-z.-]+)"/g)].map(([, act = ""]) => act);
    expect(acts('await record(actor, "nobody.named-this", {')).to.deep.equal(["nobody.named-this"]);
    const recorded = sources.flatMap(({ text }) => acts(text));
    expect(recorded.length).to.be.greaterThan(40);
    expect(recorded.filter((act) => !(act in actionNames))).to.deep.equal([]);
  });

  it("speaks Hindi wherever it speaks", () => {
    const bad = { path: "x", text: 't("Nobody translated this")' };
    expect(untranslated([bad], translations())).to.have.length(1);
    expect(untranslated(sources, translations())).to.deep.equal([]);
  });

  it("keeps the gaps of every sentence in Hindi", () => {
    expect(withOtherGaps(new Map([["{number} sent", "भेजा"]]))).to.have.length(1);
    expect(withOtherGaps(translations())).to.deep.equal([]);
  });

  it("has no bare English between tags", () => {
    expect(bareWords({ path: "x.tsx", text: "<p>Hello there friend</p>" })).to.have.length(1);
    expect(sources.flatMap(bareWords)).to.deep.equal([]);
  });

  it("translates a sentence in one place only", () => {
    const folder = "app/locales/hi";
    const keys = readdirSync(folder).flatMap((name) =>
      Object.keys(JSON.parse(readFileSync(`${folder}/${name}`, "utf8")) as object),
    );
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).to.deep.equal([]);
  });

  it("numbers its migrations without gap, and they import nothing but their own parts", () => {
    const names = readdirSync("app/migrations", { withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ name }) => name)
      .toSorted();
    const numbers = names.map((name) => Number(name.slice(0, 4)));
    expect(numbers).to.deep.equal(names.map((_, index) => index + 1));
    const foreign = sources.filter(
      ({ path, text }) => path.includes("/migrations/") && importsOthers(text),
    );
    expect(foreign.map(({ path }) => path)).to.deep.equal([]);
  });

  it("stays within its bytes", () => {
    const size = (name: string) =>
      gzipSync(readFileSync(`${assetsFolder}/${assetPath(name).replace("/assets/", "")}`)).length /
      1000;
    expect(size("main.js") + size("passkey.js")).to.be.lessThan(40);
    expect(size("main.js") + size("note-editor.js")).to.be.lessThan(120);
  });
});

/** A migration may be written in several files of a folder of its own; it stays as it was taken. */
function importsOthers(text: string): boolean {
  return [...text.matchAll(/from "([^"]+)"/g)].some(([, from = ""]) => !from.startsWith("./"));
}
