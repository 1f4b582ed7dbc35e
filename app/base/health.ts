import { createServer, type Server, type ServerResponse } from "node:http";
import { config } from "./config.ts";
import { row } from "./database.ts";
import { metricsText } from "./metrics.ts";
import { redis } from "./redis.ts";

/** Answers `/healthz/live`, `/healthz/ready` and `/metrics` on loopback, apart from the office's own port. */
export function startHealth(): Server {
  const server = createServer((request, response) => {
    void answer(request.url ?? "", response);
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
    reply(response, 200, await metricsText());
  } else {
    reply(response, 404, "unknown");
  }
}

async function missingParts(): Promise<string[]> {
  const [postgres, sessions] = await Promise.allSettled([row("select 1 as one"), redis().ping()]);
  return [
    ...(postgres.status === "rejected" ? ["database unreachable"] : []),
    ...(sessions.status === "rejected" ? ["redis unreachable"] : []),
  ];
}

function reply(response: ServerResponse, status: number, body: string): void {
  response.writeHead(status, { "content-type": "text/plain; charset=utf-8" });
  response.end(`${body}\n`);
}
