import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { setTimeout as pause } from "node:timers/promises";
import { projectFile } from "../../app/base/index.ts";
import { freePort } from "../../installer/local/free-port.ts";

export interface Running {
  readonly pid: number;
  readonly port: number;
  stop(): Promise<void>;
}

const children = new Set<ChildProcess>();

// Whatever ends us, what we started ends with us.
process.once("exit", () => children.forEach((child) => child.kill("SIGTERM")));
process.once("SIGTERM", () => process.exit(143));
process.once("SIGINT", () => process.exit(130));

/** Starts web or worker of the built product as a process of its own, set as in production. */
export async function startProduct(
  role: "web" | "worker",
  databaseUrl: string,
  nodeOptions: readonly string[] = [],
): Promise<Running> {
  const [port, healthPort] = [await freePort(0), await freePort(0)];
  const child = spawn(
    process.execPath,
    [...nodeOptions, "--enable-source-maps", projectFile("build/app/main.js"), role],
    {
      stdio: ["ignore", 2, 2],
      env: {
        ...process.env,
        NODE_ENV: "production",
        SECRETARIAT_DATABASE_URL: databaseUrl,
        SECRETARIAT_OWNER_DATABASE_URL: "",
        SECRETARIAT_WEB_PORT: String(port),
        SECRETARIAT_HEALTH_PORT: String(healthPort),
        SECRETARIAT_LOG_LEVEL: "warn",
        SECRETARIAT_REQUESTS_PER_MINUTE: "1000000",
      },
    },
  );
  children.add(child);
  await untilAnswers(child, `http://127.0.0.1:${healthPort}/healthz/ready`);
  return { pid: child.pid ?? 0, port, stop: () => end(child) };
}

/** Starts one of our own programs, which says its port on its first line when it is ready. */
export async function startProgram(path: string, input: object): Promise<Running> {
  const child = spawn(process.execPath, ["--import=tsx", projectFile(path)], {
    stdio: ["pipe", "pipe", "inherit"],
    env: { ...process.env, NODE_ENV: "production" },
  });
  children.add(child);
  child.stdin.end(JSON.stringify(input));
  const [line] = (await once(child.stdout, "data")) as [Buffer];
  return { pid: child.pid ?? 0, port: Number(line.toString()), stop: () => end(child) };
}

async function untilAnswers(child: ChildProcess, url: string): Promise<void> {
  for (const deadline = Date.now() + 60_000; Date.now() < deadline; await pause(50)) {
    if (child.exitCode !== null) {
      break;
    }
    const answer = await fetch(url).catch(() => undefined);
    if (answer?.ok) {
      return;
    }
  }
  await end(child);
  throw new Error("The product did not start");
}

async function end(child: ChildProcess): Promise<void> {
  children.delete(child);
  if (child.exitCode === null && child.signalCode === null) {
    child.kill("SIGTERM");
    await once(child, "exit");
  }
}
