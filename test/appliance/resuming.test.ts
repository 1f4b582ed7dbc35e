import { expect } from "chai";
import { exit } from "../../installer/command/exit-codes.ts";
import { installSteps, type Journal } from "../../installer/steps/index.ts";
import { until } from "./hosts/index.ts";
import type { Host } from "./hosts/index.ts";
import { beginUntil } from "./support/broken-off.ts";
import { carriedHost, install } from "./support/carried-host.ts";
import { differences, endState } from "./support/end-state.ts";

const same = { name: "bare", ip: "10.77.0.21" } as const;

describe("An installation that is broken off", function () {
  this.timeout(3_600_000);
  let whole: readonly string[] = [];
  let journal: Journal = {};
  let host: Host;

  before("one that is not", async () => {
    host = await carriedHost(same);
    const { code, output, errors } = await install(host);
    expect(code, output + errors).equal(0);
    whole = await endState(host);
    const text = await host.must("cat /var/lib/secretariat/installer/journal.json");
    journal = JSON.parse(text) as Journal;
    await host.stop();
  });

  afterEach(() => host.stop());

  /** The middle of a step, as long as it lasts where nobody breaks in. */
  const within = (step: string) => {
    const seconds = journal.steps?.find(({ id }) => id === step)?.seconds ?? 0;
    return { step, after: seconds * 500 };
  };
  const finish = async (): Promise<void> => {
    const { code, output, errors } = await install(host);
    expect(code, output + errors).equal(0);
    expect(differences(whole, await endState(host))).deep.equal([]);
    expect((await install(host)).output).match(/0 changes/);
  };

  it("by kill -9 within each of its steps ends as one that was not", async () => {
    host = await carriedHost(same);
    for (const [at, { id }] of installSteps.entries()) {
      const halted = await beginUntil(host, within(id));
      await halted.kill(at % 2 === 0 ? "alone" : "all");
    }
    await finish();
  });

  it("by power cuts while release, packages, cluster and backups are made ends the same", async () => {
    host = await carriedHost(same);
    const cut = install(host).catch(() => undefined);
    await until({ what: "the bundle being laid out", seconds: 120 }, async () =>
      (await host.run("ls -d /opt/secretariat/bundle/.unpacking-*")).code === 0 ? true : undefined,
    );
    await host.powerCut();
    await cut;
    await host.start();
    for (const step of ["packages", "postgres", "backups"]) {
      await beginUntil(host, within(step));
      await host.powerCut();
      await host.start();
    }
    await finish();
  });

  it("is left alone by a second one, which says so", async () => {
    host = await carriedHost(same);
    const first = await beginUntil(host, within("packages"));
    const second = await install(host);
    expect(second.code, second.output + second.errors).equal(exit.locked);
    const other = await host.run("secretariat reconfigure");
    expect(other.code, other.output + other.errors).equal(exit.locked);
    await first.goOn();
    await finish();
  });
});
