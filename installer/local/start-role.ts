import { get } from "node:http";
import { join } from "node:path";
import { withCredentials } from "./credentials.ts";
import { buildFolder, root, varFolder } from "./places.ts";
import { endLeftOver, remember } from "./processes.ts";
import { launch, untilReady } from "./running.ts";
import type { Running } from "./running.ts";
import type { Environment } from "./settings.ts";

const main = join(buildFolder, "app/main.js");

/** The command line of the product in one of its roles. */
export function product(role: string): readonly string[] {
  return [process.execPath, "--enable-source-maps", main, role];
}

/** Starts web or worker and waits until it says that it is ready. */
export async function startRole(role: "web" | "worker", env: Environment): Promise<Running> {
  const log = join(varFolder, "log", `${role}.log`);
  const server = launch({
    command: product(role),
    cwd: root,
    log,
    env: { ...process.env, ...withCredentials(env, join(varFolder, "credentials", role)) },
    stopSignal: "SIGTERM",
  });
  remember(noteOf(role), server.pid);
  const isReady = (): Promise<boolean> => saysReady(Number(env["SECRETARIAT_HEALTH_PORT"]));
  await untilReady(server, { name: role, log, isReady });
  return server;
}

/** Ends the web and the worker of a run that was killed. */
export async function endLeftRoles(): Promise<void> {
  await Promise.all([endLeftOver(noteOf("web")), endLeftOver(noteOf("worker"))]);
}

function noteOf(role: string): string {
  return join(varFolder, `${role}.process`);
}

function saysReady(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const asked = get(
      { host: "127.0.0.1", port, path: "/healthz/ready", timeout: 2_000 },
      (answer) => {
        answer.resume();
        resolve(answer.statusCode === 200);
      },
    );
    asked.on("timeout", () => asked.destroy());
    asked.on("error", () => resolve(false));
  });
}
