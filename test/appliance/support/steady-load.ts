import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { client, type Host, type Place } from "../hosts/index.ts";
import { officeName } from "./site.ts";

export interface Count {
  readonly sent: number;
  readonly failed: number;
  /** The longest time between two answers, in milliseconds. */
  readonly longestGap: number;
  /** The longest that one request waited for its answer, in milliseconds. */
  readonly longestWait: number;
  /** The first few failures, by what was said. */
  readonly failures: readonly string[];
}

interface Wish {
  readonly place: Place;
  readonly ip: string;
  readonly name: string;
  readonly perSecond: number;
}

/** One address each, in the VPN: strangers are counted by their address, and so many from one are refused. */
export async function takeAddresses(place: Place): Promise<void> {
  const network = place.address.replace(/\d+$/, "");
  const device = `$(ip -o -4 address show to ${place.address} | awk '{print $2}')`;
  const each = `ip address add ${network}$n/24 dev ${device} 2>/dev/null || true`;
  await place.run(["sh", "-c", `for n in $(seq 100 199); do ${each}; done`]);
}

/** Does something while a hundred people of the VPN ask for fifty pages a second. */
export async function underLoad<T>(
  host: Host,
  work: () => Promise<T>,
): Promise<{ readonly told: T; readonly load: Count }> {
  const place = await client("vpn");
  const load = new SteadyLoad({ place, ip: host.ip, name: officeName, perSecond: 50 });
  try {
    return { told: await work(), load: await load.stop() };
  } catch (error) {
    await load.stop();
    throw error;
  }
}

/** Asks for a page so many times a second until it is told to stop; each request only asks, so it may be asked twice. */
class SteadyLoad {
  private readonly child: ChildProcess;
  private readonly folder = mkdtempSync(join(tmpdir(), "load-"));
  private told = "";

  constructor({ place, ip, name, perSecond }: Wish) {
    const program = join(this.folder, "load.mjs");
    writeFileSync(program, source);
    const words = ["netns", "exec", place.namespace, process.execPath, program];
    this.child = spawn("ip", [...words, ip, name, String(perSecond), place.address], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    this.child.stdout?.setEncoding("utf8").on("data", (text: string) => (this.told += text));
  }

  async stop(): Promise<Count> {
    this.child.kill("SIGTERM");
    await once(this.child, "close");
    rmSync(this.folder, { recursive: true, force: true });
    return JSON.parse(this.told) as Count;
  }
}

/** A hundred people, each with a session and an address of his own, so that they are counted one by one. */
const source = String.raw`
import { Agent, request } from "node:https";
const [ip, name, perSecond, own] = process.argv.slice(2);
const agent = new Agent({ keepAlive: true, maxSockets: 4, rejectUnauthorized: false, servername: name });
const count = { sent: 0, failed: 0, longestGap: 0, longestWait: 0, failures: [] };
let last = performance.now();
let settled = 0;
function settle(said, began) {
  const now = performance.now();
  settled += 1;
  count.longestWait = Math.max(count.longestWait, Math.round(now - began));
  count.longestGap = Math.max(count.longestGap, Math.round(now - last));
  last = now;
  if (said !== "") {
    count.failed += 1;
    if (count.failures.length < 20) count.failures.push(new Date().toISOString() + " " + said);
  }
}
function ask() {
  const began = performance.now();
  const person = 100 + (count.sent++ % 100);
  const session = "a".repeat(30) + person;
  const asked = request({ host: ip, port: 443, localAddress: own.replace(/\d+$/, person), path: "/sign-in", agent, timeout: 15000,
    headers: { host: name, cookie: "__Host-session=" + session, accept: "text/html" } }, (answer) => {
    answer.resume();
    answer.on("end", () => settle(answer.statusCode === 200 ? "" : String(answer.statusCode), began));
    answer.on("error", (error) => settle(error.message, began));
  });
  asked.on("timeout", () => asked.destroy(new Error("no answer")));
  asked.on("error", (error) => settle(error.message, began));
  asked.end();
}
const timer = setInterval(ask, 1000 / Number(perSecond));
process.on("SIGTERM", () => {
  clearInterval(timer);
  setInterval(() => {
    if (settled < count.sent) return; // each is waited for: it has its own end
    process.stdout.write(JSON.stringify(count), () => process.exit(0));
  }, 100);
});
`;
