import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { load } from "js-yaml";
import { projectFile } from "../../app/base/paths.ts";
import { families } from "../../installer/command/families.ts";
import { findVerb } from "../../installer/command/find-verb.ts";
import { parse } from "../../installer/command/parse.ts";
import { alerts } from "../../installer/watching/alerts/index.ts";

const names = new Set(families.flatMap((family) => Object.keys(family.verbs)));

/** Of verbs with two words the first: whoever writes it with another word means a verb. */
const firsts = [...new Set([...names].flatMap((name) => name.split(" ").slice(0, -1)))];
const mention = new RegExp(`\\bsecretariat ((?:${firsts.join("|")}) [a-z][a-z-]*)`, "g");

/** Everything an administrator reads. */
const sources = ["README.md", "CHANGELOG.md", "installer", "backups", "systemd", "nginx", "ansible"]
  .flatMap((part) =>
    part.endsWith(".md")
      ? [part]
      : readdirSync(projectFile(part), { recursive: true, encoding: "utf8" }).map((name) =>
          join(part, name),
        ),
  )
  .filter((path) => /\.(?:md|tsx?|yml|j2|service|timer)$/.test(path));

/** Why the command would refuse to do this; nothing where it understands every word. */
async function fault(words: readonly string[]): Promise<string> {
  const found = await findVerb(families, words);
  if (!found) {
    return `${words.join(" ")}: no such verb`;
  }
  try {
    const isNamedOnly = found.rest.length === 0;
    parse(found.verb, isNamedOnly ? ["--help"] : found.rest);
    return "";
  } catch (error) {
    return `${words.join(" ")}: ${String(error)}`;
  }
}

async function faults(named: readonly (readonly string[])[]): Promise<readonly string[]> {
  return (await Promise.all(named.map(fault))).filter(Boolean);
}

describe("Commands named elsewhere", function () {
  this.timeout(60_000);

  it("would be noticed if they were wrong", async () => {
    expect(await fault(["backup", "rum"])).to.match(/no such verb/);
    expect(await fault(["backup", "run", "--fulll"])).to.match(/fulll/);
    expect(await fault(["backup", "run", "--full"])).to.equal("");
  });

  it("in the steps for alerts are understood", async () => {
    const named = alerts.flatMap(({ steps }) =>
      [...steps.hi, ...steps.en].flatMap((step) =>
        [...step.matchAll(/`secretariat ([^`]+)`/g)].map(([, words = ""]) => words.split(" ")),
      ),
    );
    expect(named.length).to.be.greaterThan(40);
    expect(await faults(named)).to.deep.equal([]);
  });

  it("in sentences, units, runbooks and READMEs are verbs", () => {
    const named = sources.flatMap((path) =>
      [...readFileSync(projectFile(path), "utf8").matchAll(mention)].map(
        ([, verb = ""]) => `${path}: ${verb}`,
      ),
    );
    expect(named.length).to.be.greaterThan(150);
    const isKnown = (one: string) => names.has(one.split(": ")[1] ?? "");
    expect(named.filter((one) => !isKnown(one))).to.deep.equal([]);
  });

  it("are never the program itself, which finds no secrets when it is typed on a server", () => {
    const raw = sources
      .filter((path) => path.endsWith(".md") && !path.startsWith("systemd"))
      .flatMap((path) =>
        [...readFileSync(projectFile(path), "utf8").matchAll(/\bmain\.js [a-z][a-z-]*/g)].map(
          ([words]) => `${path}: ${words}`,
        ),
      );
    expect(raw).to.deep.equal([]);
  });

  it("in the roles of Ansible are understood", async () => {
    const named = readdirSync("ansible/roles").flatMap((role) =>
      argumentsIn(load(readFileSync(`ansible/roles/${role}/tasks/main.yml`, "utf8"))),
    );
    expect(named.length).to.be.greaterThan(10);
    expect(await faults(named)).to.deep.equal([]);
  });
});

/** What tasks give to the module, where it is written out; a template stands for some word. */
function argumentsIn(tasks: unknown): readonly (readonly string[])[] {
  const listed = Array.isArray(tasks) ? (tasks as Readonly<Record<string, unknown>>[]) : [];
  return listed.flatMap((task) => {
    const given = task["digital.secretariat.run"] as
      { readonly argv?: unknown; readonly program?: string } | undefined;
    return given && given.program === undefined && Array.isArray(given.argv)
      ? [given.argv.map((word) => String(word).replace(/\{\{.*\}\}/, "387"))]
      : [];
  });
}
