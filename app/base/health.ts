import { createServer, type Server, type ServerResponse } from "node:http";
import { setTimeout as pause } from "node:timers/promises";
import { config } from "./config.ts";
import { row } from "./database.ts";
import { countWaiting } from "./jobs.ts";
import { log } from "./log.ts";
import { metricsText } from "./metrics.ts";
import { redis } from "./redis.ts";

/** A part that does not answer within this time counts as missing. */
const patience = 3_000;

/** Answers `/healthz/live`, `/healthz/ready` and `/metrics` on loopback, apart from the office's own port. */
export function startHealth(): Server {
  const server = createServer((request, response) => {
    answer(request.url ?? "", response).catch((error: unknown) => {
      log.error({ err: error }, "Health could not be told");
      reply(response, 500, "unknown");
    });
  });
  return server.listen(config().HEALTH_PORT, "127.0.0.1");
}

async function answer(path: string, response: ServerResponse): Promise<void> {
  if (path === "/healthz/live") {
    reply(response, 200, "live");
  } else if (path === "/healthz/ready") {
    const missing = await missingParts();
    reply(response, missing.length === 0 ? 200 : 503, missing.join(", ") || "ready");
  } else if (path === "/metrics") {
    await withinPatience(countWaiting()).catch(() => undefined); // the other figures stand without it
    reply(response, 200, await metricsText());
  } else {
    reply(response, 404, "unknown");
  }
}

async function missingParts(): Promise<string[]> {
  const [postgres, sessions] = await Promise.allSettled([
    withinPatience(row("select 1 as one")),
    withinPatience(redis().ping()),
  ]);
  return [
    ...(postgres.status === "rejected" ? ["database unreachable"] : []),
    ...(sessions.status === "rejected" ? ["redis unreachable"] : []),
  ];
}

function withinPatience<T>(asked: Promise<T>): Promise<T> {
  return Promise.race([
    asked,
    pause(patience, undefined, { ref: false }).then(() => {
      throw new Error("No answer in time");
    }),
  ]);
}

function reply(response: ServerResponse, status: number, body: string): void {
  response.writeHead(status, { "content-type": "text/plain; charset=utf-8" });
  response.end(`${body}\n`);
}
