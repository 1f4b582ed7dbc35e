import { expect } from "chai";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { root } from "../../installer/local/places.ts";
import {
  ask,
  client,
  startHost,
  stopAll,
  straysSeen,
  sweepLeftovers,
  theSwitch,
} from "./hosts/index.ts";
import type { Host } from "./hosts/index.ts";

/** What the VM would still show of a host, were it not wholly gone. */
async function tracesOf(name: string): Promise<string> {
  const told = await Promise.all([
    ask(["ip", "netns", "list"]),
    ask(["cat", "/proc/self/mounts"]),
    ask(["find", "/sys/fs/cgroup", "-maxdepth", "2", "-type", "d", "-name", "sec*"]),
  ]);
  const lines = told.flatMap(({ output }) => output.split("\n"));
  return lines.filter((line) => line.includes(name)).join("\n");
}

const knockAt = ({ ip }: Host): string[] => [
  "timeout",
  "2",
  "bash",
  "-c",
  `head -c 3 </dev/tcp/${ip}/22`,
];

describe("A test host", function () {
  this.timeout(60_000);
  let one: Host;
  let two: Host;

  before(async function () {
    this.timeout(900_000); // the first run of all makes the tree they are laid over
    one = await startHost({ name: "one", ip: "10.77.0.11" });
    two = await startHost({ name: "two", ip: "10.77.0.12", diskMegabytes: 1000 });
  });
  after(stopAll);

  it("is a whole Debian 12 with systemd, every unit of it well", async () => {
    expect(
      await one.must("systemctl is-system-running; . /etc/os-release; echo $VERSION_ID"),
    ).equal("running\n12\n");
  });

  it("is another machine than its neighbour", async () => {
    const [first, second] = [
      await one.must("cat /etc/machine-id"),
      await two.must("cat /etc/machine-id"),
    ];
    expect(first)
      .match(/^[0-9a-f]{32}\n$/)
      .not.equal(second);
  });

  it("talks to its neighbour, and not while its cable is out", async () => {
    const knock = `timeout 2 bash -c 'head -c 3 </dev/tcp/${two.ip}/22'`;
    expect((await one.run(knock)).output).equal("SSH");
    await two.unplug();
    expect((await one.run(knock)).code).not.equal(0);
    await two.plugIn();
    expect((await one.run(knock)).output).equal("SSH");
  });

  it("is reached by ssh from the switch, by the VPN and by those outside, until it refuses them", async () => {
    for (const place of [await theSwitch(), await client("vpn"), await client("outside")]) {
      expect((await place.run(knockAt(one))).output, place.namespace).equal("SSH");
    }
  });

  it("has no way out, and what it tries to send there is counted", async () => {
    const before = await straysSeen();
    expect((await one.run("timeout 2 bash -c ': </dev/tcp/198.51.100.7/443'")).code).not.equal(0);
    expect(await straysSeen()).greaterThan(before);
  });

  it("keeps services to their memory and locks them in as their units say", async () => {
    const greedy = ["python3", "-c", "print(len('a' * 200_000_000))"];
    const limits = ["-p", "MemoryMax=50M", "-p", "MemorySwapMax=0"];
    const service = ["systemd-run", "--pipe", "--wait", "-q"];
    expect((await one.run([...service, ...limits, ...greedy])).output).equal("");
    const jail = [
      "-p",
      "PrivateUsers=yes",
      "-p",
      "PrivateDevices=yes",
      "-p",
      "ProtectSystem=strict",
    ];
    const { output } = await one.run([
      ...service,
      ...jail,
      "sh",
      "-c",
      "touch /etc/x || echo refused",
    ]);
    expect(output).equal("refused\n");
  });

  it("takes in files and folders", async () => {
    await one.copyIn(join(root, "nginx"), "/srv");
    const ours = readFileSync(join(root, "nginx/README.md"), "utf8");
    expect(await one.must("cat /srv/nginx/README.md")).equal(ours);
  });

  it("loses at a power cut exactly what no program made sure of", async () => {
    await two.must("echo kept >/root/kept; sync; echo lost >/root/lost; cat /root/lost");
    await two.powerCut();
    await two.start();
    expect(await two.must("ls /root")).equal("kept\n");
  });

  it("ends a command that takes too long", async () => {
    expect((await one.run("sleep 60", { timeoutSeconds: 1 })).code).equal(124);
  });

  it("is wholly gone once stopped", async () => {
    const three = await startHost({ name: "three", ip: "10.77.0.13" });
    expect(await tracesOf(three.namespace)).not.equal("");
    await three.stop();
    expect(await tracesOf(three.namespace)).equal("");
  });

  it("can be started in the same run once all were stopped, though one could not be undone", async () => {
    const stubborn = join(root, `var/appliance/runs/sec${process.pid}/stubborn`);
    mkdirSync(join(stubborn, "made.jsonl"), { recursive: true });
    expect(await stopAll().catch(String)).match(/EISDIR/);
    expect(await tracesOf(`sec${process.pid}-`)).equal("");
    rmSync(stubborn, { recursive: true });
    const four = await startHost({ name: "four", ip: "10.77.0.14" });
    expect((await (await client("vpn")).run(knockAt(four))).output).equal("SSH");
  });

  it("is ended by the next run when its own was killed", async () => {
    const script = join(root, "test/appliance/hosts/by-hand.ts");
    const run = spawn(process.execPath, ["--import=tsx", script], { cwd: root, stdio: "pipe" });
    await once(run.stdout, "data");
    const name = `sec${run.pid}-`;
    expect(await tracesOf(name)).not.equal("");
    run.kill("SIGKILL");
    await once(run, "exit");
    await sweepLeftovers();
    expect(await tracesOf(name)).equal("");
    expect(existsSync(join(root, `var/appliance/runs/sec${run.pid}`))).equal(false);
  });
});
