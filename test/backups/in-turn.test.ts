import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { exit } from "../../installer/command/exit-codes.ts";
import { inTurn, withBackupLock } from "../../installer/command/families/backup/with-lock.ts";
import { Halt } from "../../installer/command/halt.ts";
import { words } from "../../installer/words.ts";

describe("One backup, verification or drill at a time", function () {
  this.timeout(20_000);
  const state = mkdtempSync(join(tmpdir(), "in-turn-"));
  after(() => rmSync(state, { recursive: true }));
  const begun: string[] = [];
  const said: string[] = [];
  const start = (verb: string, wait: boolean): Promise<unknown> => {
    const warn = (): void => void said.push(verb);
    const work = async (): Promise<unknown> => begun.push(verb);
    return inTurn({ places: { state }, call: { options: { wait }, warn } }, verb, work);
  };
  beforeEach(() => {
    begun.length = 0;
    said.length = 0;
  });

  it("lets a unit wait for the one at work, and says so once; a person is told at once", async () => {
    const [end, taken] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const verify = withBackupLock({ state }, "backup verify", () => {
      taken.resolve();
      return end.promise;
    });
    await taken.promise;
    const refused = await start("typed", false).catch((error: unknown) => error);
    expect(refused).to.be.instanceOf(Halt).with.property("code", exit.locked);
    const drill = start("drill", true);
    setTimeout(end.resolve, 4_500);
    await Promise.all([verify, drill]);
    expect(begun).to.deep.equal(["drill"]);
    expect(said).to.deep.equal(["drill"]);
  });

  it("does not begin again what was refused by another lock in the middle", async () => {
    const another = new Halt(exit.locked, words({ hi: "रुका", en: "taken" }));
    const call = { options: { wait: true }, warn: () => undefined };
    const refused = await inTurn({ places: { state }, call }, "drill", () => {
      begun.push("drill");
      return Promise.reject(another);
    }).catch((error: unknown) => error);
    expect(refused).to.equal(another);
    expect(begun).to.deep.equal(["drill"]);
  });
});
