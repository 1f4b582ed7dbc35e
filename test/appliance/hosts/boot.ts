import { spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { closeSync, mkdirSync, openSync, readFileSync, readlinkSync } from "node:fs";
import { join } from "node:path";
import { ask } from "./command.ts";
import { enter } from "./enter.ts";
import { cgroupTrees } from "./made.ts";
import { until } from "./until.ts";

interface BootOptions {
  /** Its namespace, control group and machine all bear this name. */
  readonly name: string;
  readonly root: string;
  readonly console: string;
}

/** Starts systemd as the first process of the host and answers with its number once every unit has been tried. */
export async function boot(options: BootOptions): Promise<number> {
  const nspawn = launch(options);
  const leader = await until({ what: `the first process of ${options.name}`, seconds: 120 }, () =>
    firstProcess(nspawn),
  ).catch((error: unknown) => {
    throw new Error(readFileSync(options.console, "utf8").slice(-2000), { cause: error });
  });
  await until({ what: `${options.name} to be up`, seconds: 240 }, async () => {
    const { output } = await enter(leader, ["systemctl", "is-system-running"]);
    return /^(running|degraded)/.test(output) || undefined;
  });
  await letLimitsBite(leader);
  return leader;
}

/** Joins the control groups of the host before it becomes nspawn: two hosts would meet in the common ones. */
const joinAndStart = `for tree in $TREES; do echo $$ >"$tree/$NAME/cgroup.procs"; done; exec "$@"`;

function launch({ name, root, console }: BootOptions): number {
  cgroupTrees.forEach((tree) => mkdirSync(join(tree, name), { recursive: true }));
  const output = openSync(console, "a");
  const child = spawn("sh", ["-c", joinAndStart, "sh", ...nspawnCommand(name, root)], {
    detached: true,
    stdio: ["ignore", output, output],
    env: {
      PATH: process.env["PATH"],
      NAME: name,
      TREES: cgroupTrees.join(" "),
      SYSTEMD_NSPAWN_API_VFS_WRITABLE: "network",
    },
  });
  closeSync(output);
  child.unref();
  return child.pid ?? 0;
}

function nspawnCommand(name: string, root: string): readonly string[] {
  const network = `--network-namespace-path=/run/netns/${name}`;
  const machine = ["--boot", "--register=no", "--keep-unit", `--machine=${name}`, network];
  const asIs = ["--link-journal=no", "--resolv-conf=off", "--timezone=off", "--console=read-only"];
  const own = [`--uuid=${randomUUID()}`, "--capability=CAP_NET_ADMIN"];
  return ["systemd-nspawn", "-q", "-D", root, ...machine, ...asIs, ...own];
}

/** nspawn's child that lives in a process namespace of its own. */
async function firstProcess(nspawn: number): Promise<number | undefined> {
  const { output } = await ask(["pgrep", "-P", String(nspawn)]);
  const children = output.split("\n").filter(Boolean).map(Number);
  return children.find(isInit);
}

function isInit(pid: number): boolean {
  try {
    const ours = readlinkSync("/proc/self/ns/pid");
    return (
      readlinkSync(`/proc/${pid}/ns/pid`) !== ours &&
      readFileSync(`/proc/${pid}/comm`, "utf8").trim() === "systemd"
    );
  } catch {
    return false; // it has just ended, or become another
  }
}

/** MemoryMax and TasksMax hold only where systemd may write the control groups; nspawn mounts them to be read. */
async function letLimitsBite(leader: number): Promise<void> {
  const remount = "mount -o remount,bind,rw /sys/fs/cgroup/$tree || :";
  await enter(leader, `for tree in memory cpu pids; do ${remount}; done; systemctl daemon-reexec`);
}
