import { expect } from "chai";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ensureFile, makeHost } from "../../installer/host/index.ts";
import { openLog } from "../../installer/install/log-file.ts";
import { noteUnchecked } from "../../installer/install/note-unchecked.ts";
import { ensureSecrets, secretCatalogue, type Vault } from "../../installer/secrets/index.ts";
import { parseSite } from "../../installer/site/index.ts";
import { installSteps, readJournal, runSteps, type Step } from "../../installer/steps/index.ts";
import { readFileSync } from "node:fs";
import { projectFile } from "../../app/base/paths.ts";

const site = parseSite(readFileSync(projectFile("installer/site/site.example.yml"), "utf8"));
const context = { site, release: "/nowhere", version: "1", say: () => undefined };

describe("The steps of an installation", () => {
  let folder = "";
  beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), "steps-"))));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const writing = (id: string, fails: () => boolean = () => false): Step => ({
    id,
    title: { hi: id, en: id },
    async apply(host) {
      if (fails()) {
        throw new Error("the disk is full");
      }
      await ensureFile(host, { path: join(folder, id), content: id });
    },
  });

  it("go on where they broke off and change nothing the second time", async () => {
    const journal = join(folder, "journal.json");
    let isFull = true;
    const steps = [writing("one"), writing("two", () => isFull), writing("three")];
    const run = () => {
      const host = makeHost();
      return runSteps(host, { steps, context, journal }).then(() => host.changes.length);
    };
    const failed = await run().catch((error: Error) => error.message);
    expect(failed).to.equal("the disk is full");
    expect(await readJournal(journal)).to.include({ step: "two" });
    isFull = false;
    expect(await run()).to.equal(2);
    expect(await run()).to.equal(0);
    expect((await readJournal(journal)).step).to.equal("");
  });

  it("keep that nobody looked at the machine beforehand, in the log and in the journal", async () => {
    const journal = join(folder, "journal.json");
    const log = openLog("install", join(folder, "logs"));
    await noteUnchecked(log, journal);
    expect(readFileSync(log.path, "utf8")).to.match(/left out \(--skip-preflight\)\n$/);
    await runSteps(makeHost(), { steps: [writing("one")], context, journal });
    expect((await readJournal(journal)).uncheckedAt).to.match(/^\d{4}-/);
  });

  it("know of a step that was broken off until it is through, whatever breaks off before it", async () => {
    const journal = join(folder, "journal.json");
    const told: string[] = [];
    let failing = "two";
    const step = (id: string): Step => ({
      id,
      title: { hi: id, en: id },
      async apply(_host, { isBroken }) {
        told.push(`${id} ${isBroken === true}`);
        if (id === failing) {
          throw new Error("killed");
        }
      },
    });
    const steps = [step("one"), step("two")];
    const run = async () => {
      told.length = 0;
      await runSteps(makeHost(), { steps, context, journal }).catch(() => undefined);
      return [...told];
    };
    expect(await run()).to.deep.equal(["one false", "two false"]);
    failing = "one";
    expect(await run()).to.deep.equal(["one false"]);
    failing = "";
    expect(await run()).to.deep.equal(["one true", "two true"]);
    expect(await run()).to.deep.equal(["one false", "two false"]);
  });

  it("bring to disk what they changed before the journal goes on, and nothing where nothing changed", async () => {
    const journal = join(folder, "journal.json");
    const settled: (string | undefined)[] = [];
    const settle = async () => void settled.push((await readJournal(journal)).step);
    const run = () => {
      const steps = [writing("one"), writing("two")];
      return runSteps(makeHost(), { steps, context, journal, settle });
    };
    await run();
    expect(settled).to.deep.equal(["one", "two"]);
    await run();
    expect(settled).to.have.length(2);
  });

  it("write no journal in a check", async () => {
    const journal = join(folder, "journal.json");
    const host = makeHost({ check: true });
    await runSteps(host, { steps: [writing("one")], context, journal });
    expect([host.changes.length, await readJournal(journal)]).to.deep.equal([1, {}]);
  });

  it("have distinct names, and titles in both languages", () => {
    const ids = installSteps.map(({ id }) => id);
    expect(new Set(ids).size).to.equal(ids.length);
    expect(installSteps.every(({ title }) => title.hi !== "" && title.en !== "")).to.equal(true);
  });

  it("make each secret once and never replace it", async () => {
    const kept = new Map([["redis-url", "redis://:old@127.0.0.1:6379/0"]]);
    const store: Vault = {
      names: async () => [...kept.keys()],
      read: async (name) => kept.get(name),
      write: async (_host, name, value) => (kept.set(name, value), true),
    };
    await ensureSecrets(makeHost(), store);
    const first = new Map(kept);
    await ensureSecrets(makeHost(), store);
    expect(kept).to.deep.equal(first);
    expect(kept.get("redis-url")).to.contain("old");
    expect([...kept.keys()].every((name) => name in secretCatalogue)).to.equal(true);
    expect(new Set(kept.values()).size).to.equal(kept.size);
  });

  it("set the scanner up only where site.yml asks for it, with limits of its own", async () => {
    const scanner = installSteps.find(({ id }) => id === "scanner");
    const changesWith = async (wanted: boolean) => {
      const host = makeHost({ check: true });
      await scanner?.apply(host, { ...context, site: { ...site, scanner: wanted } });
      return host.changes.map(({ what }) => what).join("\n");
    };
    expect(await changesWith(false)).to.equal("");
    expect(await changesWith(true)).to.include("/etc/clamav/secretariat.conf");
  });
});
