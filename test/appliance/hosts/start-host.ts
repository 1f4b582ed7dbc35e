import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { bornAt, end } from "../../../installer/local/processes.ts";
import { boot } from "./boot.ts";
import { ask, must } from "./command.ts";
import type { Answer } from "./command.ts";
import { copyInto } from "./copy-into.ts";
import { makeDisk } from "./disk.ts";
import { enter } from "./enter.ts";
import type { RunOptions } from "./enter.ts";
import { noteMade, undo } from "./made.ts";
import { ip, makeNamespace, networks, theSwitch } from "./network.ts";
import { keyFile, layersFolder } from "./places.ts";
import { makeRootfs } from "./rootfs.ts";
import { beginRun, runFolder, runName } from "./this-run.ts";
import { until } from "./until.ts";

export interface HostOptions {
  /** At most twelve letters, digits and dashes: an interface is named after it. */
  readonly name: string;
  /** Its address in the network of the data centre, 10.77.0.2 to 10.77.0.254. */
  readonly ip: string;
  /** A machine kept by keepAs(); left out: a bare Debian 12. */
  readonly from?: string;
  /** Another address of its own, that nobody else reaches it by: such as the one a layer was installed under. */
  readonly alias?: string;
  /** The size of its disk, which is then its own and can be full or lose what was not made sure of. */
  readonly diskMegabytes?: number;
}

export interface Host {
  readonly name: string;
  readonly ip: string;
  /** Its namespace, for `ip netns exec`. */
  readonly namespace: string;
  /** The process number of its systemd on this machine. */
  leader(): number;
  run(command: string | readonly string[], options?: RunOptions): Promise<Answer>;
  /** As run(), but a code other than 0 throws; answers with what was printed. */
  must(command: string | readonly string[], options?: RunOptions): Promise<string>;
  /** Puts a file or a folder of this machine into a folder of the host, under its own name. */
  copyIn(path: string, to: string): Promise<void>;
  /** Ends every process at once; with a disk of its own, what was not written out is lost. It stays dark. */
  powerCut(): Promise<void>;
  shutDown(): Promise<void>;
  /** Boots it again after powerCut() or shutDown(). */
  start(): Promise<void>;
  unplug(): Promise<void>;
  plugIn(): Promise<void>;
  /** Shuts it down and keeps its files under this name for `from`; the host is gone. */
  keepAs(layer: string): Promise<void>;
  stop(): Promise<void>;
}

/** Starts a real host: systemd as the first process, an own disk, network and control groups. */
export async function startHost(options: HostOptions): Promise<Host> {
  await beginRun();
  await makeRootfs();
  const machine = await build(options);
  await machine.start();
  return machine;
}

export function hasLayer(layer: string): boolean {
  return existsSync(join(layersFolder, layer));
}

async function build(options: HostOptions): Promise<Host> {
  const name = `${runName}-${options.name}`;
  const folder = join(runFolder, options.name);
  if (existsSync(folder)) {
    throw new Error(`There is a host ${options.name} in this run already: stop it first.`);
  }
  noteMade(folder, { kind: "cgroup", name });
  const layers = options.from === undefined ? [] : [join(layersFolder, options.from)];
  const disk = await makeDisk({ folder, layers, megabytes: options.diskMegabytes });
  if (options.from === undefined) {
    personalise(disk.root, options.name);
  }
  await connect(folder, name, options);
  let leader = 0;
  let born: string | undefined;

  const start = async (): Promise<void> => {
    leader = await boot({ name, root: disk.root, console: join(folder, "console.log") });
    born = bornAt(leader);
  };
  const isUp = (): boolean => born !== undefined && bornAt(leader) === born;
  const run: Host["run"] = (command, given) => enter(leader, command, given);
  const isEmpty = (): Promise<void> => untilEmpty(name);
  const shutDown = async (): Promise<void> => {
    if (isUp()) {
      await ask(["kill", "-s", "RTMIN+4", String(leader)]);
      await until({ what: `${name} to shut down`, seconds: 60 }, () => !isUp() || undefined).catch(
        () => end(leader, "SIGKILL"),
      );
      await isEmpty();
    }
  };
  return {
    name: options.name,
    ip: options.ip,
    namespace: name,
    leader: () => leader,
    run,
    must: (command, given) => mustRun(run, command, given),
    copyIn: (path, to) => copyInto({ leader, path, to }),
    powerCut: async () => {
      await end(leader, "SIGKILL");
      await isEmpty();
      await disk.losePower();
    },
    shutDown,
    start,
    unplug: () => setCable(options.name, "down"),
    plugIn: () => setCable(options.name, "up"),
    keepAs: async (layer) => {
      await shutDown();
      await keep(join(folder, "disk", "up"), layer);
      await undo(folder);
    },
    stop: async () => {
      await shutDown();
      await undo(folder);
    },
  };
}

/** By copy: a disk of its own is another file system. Overlays remember what was removed in extended attributes. */
async function keep(upper: string, layer: string): Promise<void> {
  mkdirSync(layersFolder, { recursive: true });
  const kept = join(layersFolder, layer);
  const unfinished = `${kept}.${process.pid}`;
  await must(["cp", "-a", "--reflink=auto", upper, unfinished], { timeoutSeconds: 600 });
  rmSync(kept, { recursive: true, force: true });
  renameSync(unfinished, kept);
}

async function mustRun(
  run: Host["run"],
  command: string | readonly string[],
  options?: RunOptions,
): Promise<string> {
  const { code, output, errors } = await run(command, options);
  if (code !== 0) {
    const words = typeof command === "string" ? command : command.join(" ");
    throw new Error(`${words}: ended with ${code}\n${output.slice(-3000)}\n${errors.slice(-3000)}`);
  }
  return output;
}

/** What tells one machine from another; without an empty machine-id all would have the same. */
function personalise(root: string, name: string): void {
  writeFileSync(join(root, "etc/hostname"), `${name}\n`);
  writeFileSync(join(root, "etc/hosts"), `127.0.0.1 localhost\n127.0.1.1 ${name}\n`);
  rmSync(join(root, "var/lib/dbus/machine-id"), { force: true });
  writeFileSync(join(root, "etc/machine-id"), "");
  mkdirSync(join(root, "root/.ssh"), { recursive: true, mode: 0o700 });
  copyFileSync(`${keyFile}.pub`, join(root, "root/.ssh/authorized_keys"));
}

async function connect(folder: string, name: string, options: HostOptions): Promise<void> {
  const { namespace: sw } = await theSwitch();
  const cable = cableOf(options.name);
  await makeNamespace(folder, name);
  const peer = ["peer", "name", "host0", "netns", name];
  await ip("link", "add", cable, "netns", sw, "type", "veth", ...peer);
  await ip("-n", sw, "link", "set", cable, "master", "br0", "up");
  await ip("-n", name, "addr", "add", `${options.ip}/24`, "dev", "host0");
  await ip("-n", name, "link", "set", "host0", "up");
  if (options.alias !== undefined) {
    await ip("-n", name, "addr", "add", `${options.alias}/32`, "dev", "lo");
  }
  await ip("-n", name, "route", "add", "default", "via", networks.centre.gateway);
  await ip("-n", sw, "neigh", "flush", "all"); // it may remember an earlier host at this address
}

async function setCable(host: string, state: "up" | "down"): Promise<void> {
  const { namespace } = await theSwitch();
  await ip("-n", namespace, "link", "set", cableOf(host), state);
}

function cableOf(host: string): string {
  return `h-${host}`;
}

async function untilEmpty(namespace: string): Promise<void> {
  await until({ what: `the last process of ${namespace}`, seconds: 20 }, async () => {
    const { output } = await ask(["ip", "netns", "pids", namespace]);
    return output.trim() === "" || undefined;
  });
}
