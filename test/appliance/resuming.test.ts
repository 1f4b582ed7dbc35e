import { expect } from "chai";
import { setTimeout as sleep } from "node:timers/promises";
import { exit } from "../../installer/command/exit-codes.ts";
import { installSteps } from "../../installer/steps/index.ts";
import { hasLayer, startHost } from "./hosts/index.ts";
import type { Host } from "./hosts/index.ts";
import { carriedHost, install, installedLayer, medium } from "./support/carried-host.ts";
import { differences, endState } from "./support/end-state.ts";

const same = { name: "bare", ip: "10.77.0.21" } as const;
/** Each beginning has a unit of its own: what a killed one left running keeps the old one loaded. */
let unit = "installing-0";
let beginnings = 0;

/** Begins the installation as the administrator's terminal would, and does not wait for it. */
async function begin(host: Host): Promise<void> {
  const words = ["--config", "/root/site.yml", "--yes", "--skip-preflight"];
  const apart = ["-p", "KillMode=process", "-p", "StandardOutput=append:/root/install.log"];
  beginnings += 1;
  unit = `installing-${beginnings}`;
  await host.must([
    "systemd-run",
    "-q",
    `--unit=${unit}`,
    ...apart,
    `${medium}/install`,
    "install",
    ...words,
  ]);
}

/** Waits until the journal of the installation names this step; false when it ended without. */
async function reached(host: Host, step: string): Promise<boolean> {
  return (await watch(host, [step, "wait"])) === "reached";
}

/**
 * Ends the program in this step: it alone, so that what it had started goes on, or everything with it. The watcher runs
 * on the host, for some steps last a tenth of a second.
 */
async function killAt(host: Host, step: string, how: "alone" | "all"): Promise<boolean> {
  return (await watch(host, [step, how])) === "reached";
}

async function watch(host: Host, words: readonly string[]): Promise<string> {
  const command = ["python3", "-c", watcher, unit, ...words];
  return (await host.must(command, { timeoutSeconds: 600 })).trim();
}

const watcher = `
import glob, json, os, signal, subprocess, sys, time
unit, step, how = sys.argv[1:]
journal = "/var/lib/secretariat/installer/journal.json"
def told():
    try: return json.load(open(journal)).get("step")
    except (OSError, ValueError): return None
def installers():
    found = []
    for path in glob.glob("/proc/[0-9]*/cmdline"):
        try: words = open(path, "rb").read().split(bytes(1))
        except OSError: continue
        if any(word.endswith((b"build/installer/install.js", b"medium/install")) for word in words[:3]):
            found.append(int(path.split("/")[2]))
    return found
began = time.time()
while told() != step or not any(b"install.js" in open("/proc/%d/cmdline" % pid, "rb").read() for pid in installers()):
    if time.time() - began > 1 and not installers():
        print("ended"); sys.exit()
    time.sleep(0.01)
time.sleep(0.05)
if how == "all":
    subprocess.run(["systemctl", "kill", "--signal=KILL", unit])
if how == "alone":
    for pid in installers():
        try: os.kill(pid, signal.SIGKILL)
        except OSError: pass
while how != "wait" and installers(): time.sleep(0.05)
print("reached")
`;

describe("An installation that is broken off", function () {
  this.timeout(3_600_000);
  let whole: readonly string[] = [];
  let host: Host;

  before(async () => {
    if (!hasLayer(installedLayer)) {
      const first = await carriedHost(same);
      const { code, output, errors } = await install(first);
      expect(code, output + errors).equal(0);
      await first.keepAs(installedLayer);
    }
    const reference = await startHost({ ...same, from: installedLayer });
    whole = await endState(reference);
    await reference.stop();
  });

  afterEach(() => host.stop());

  it("by kill -9 at each of its steps ends as one that was not", async () => {
    host = await carriedHost(same);
    const killed: string[] = [];
    for (const [at, { id }] of installSteps.entries()) {
      await begin(host);
      if (await killAt(host, id, at % 2 === 0 ? "alone" : "all")) {
        killed.push(id);
      }
    }
    process.stdout.write(`      killed in ${killed.join(", ")}\n`);
    const last = await install(host);
    const log = await host.must("tail -n 60 /root/install.log");
    expect(last.code, log + last.output + last.errors).equal(0);
    expect(killed, log).include.members([
      "packages",
      "postgres",
      "database",
      "backups",
      "services",
    ]);
    expect(differences(whole, await endState(host))).deep.equal([]);
    expect((await install(host)).output).match(/0 changes/);
  });

  it("by power cuts while packages, cluster and backups are made ends the same", async () => {
    host = await carriedHost(same);
    for (const id of ["packages", "postgres", "backups"]) {
      await begin(host);
      expect(await reached(host, id), id).equal(true);
      await sleep(1500);
      await host.powerCut();
      await host.start();
    }
    const last = await install(host);
    expect(last.code, last.output + last.errors).equal(0);
    expect(differences(whole, await endState(host))).deep.equal([]);
  });

  it("is left alone by a second one, which says so", async () => {
    host = await carriedHost(same);
    await begin(host);
    expect(await reached(host, "packages")).equal(true);
    const second = await install(host);
    expect(second.code, second.output + second.errors).equal(exit.locked);
  });
});
