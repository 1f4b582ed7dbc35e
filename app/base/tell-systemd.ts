/**
 * Node sends no datagrams over unix sockets, and modules that do are compiled for one Node. So `systemd-notify`,
 * which is there wherever systemd is, says it for us. Without `NOTIFY_SOCKET` nobody listens and nothing is said.
 */
import { execFile } from "node:child_process";
import { get } from "node:http";
import { config } from "./config.ts";
import { log } from "./log.ts";

const patience = 5_000;

/** Says it, and returns when it is said. That it could not be said is logged and nothing more. */
export async function tellSystemd(...lines: readonly string[]): Promise<void> {
  const { NOTIFY_SOCKET } = process.env;
  if (!NOTIFY_SOCKET) {
    return;
  }
  const env = { NOTIFY_SOCKET, PATH: process.env["PATH"] };
  await new Promise<void>((resolve) => {
    execFile("systemd-notify", lines, { env, timeout: patience }, (error) => {
      if (error) {
        log.warn({ err: error }, "systemd was not told");
      }
      resolve();
    });
  });
}

/**
 * Gives a sign of life three times in the span that systemd allows, if this process answers a request over its own
 * health port: a process whose loop hangs, or which takes no connection any more, gives none and is replaced.
 */
export function giveSignsOfLife(stopping: AbortSignal): void {
  const allowed = Number(process.env["WATCHDOG_USEC"] ?? 0) / 1_000;
  if (allowed <= 0) {
    return;
  }
  const timer = setInterval(() => void giveSign(), Math.max(500, allowed / 3));
  stopping.addEventListener("abort", () => clearInterval(timer));
}

/** While it ends, requests under way may take as long as its unit allows it to stop. */
async function giveSign(): Promise<void> {
  if (await answersItself()) {
    await tellSystemd("WATCHDOG=1");
  }
}

function answersItself(): Promise<boolean> {
  const asked = { host: "127.0.0.1", port: config().HEALTH_PORT, path: "/healthz/live" };
  return new Promise((resolve) => {
    const request = get({ ...asked, agent: false, timeout: patience }, (response) => {
      response.resume();
      response.on("end", () => resolve(response.statusCode === 200));
    });
    request.on("timeout", () => request.destroy());
    request.on("error", () => resolve(false));
  });
}
