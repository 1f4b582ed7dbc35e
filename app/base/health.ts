import { createServer, type Server, type ServerResponse } from "node:http";
import { config } from "./config.ts";
import { countConnections, row } from "./database.ts";
import { keyProvider } from "./encryption/keys.ts";
import { askDependencies, keepAsking } from "./health/dependencies.ts";
import { withinPatience } from "./health/patience.ts";
import { missingParts } from "./health/readiness.ts";
import { describeVersion } from "./health/version.ts";
import { countQueued, countWaiting } from "./jobs.ts";
import { log } from "./log.ts";
import { keysHeld, metricsText, schemaLevel } from "./metrics.ts";
import { levelOf, ownMigrations } from "./migration-steps.ts";

/**
 * Answers `/healthz/live`, `/healthz/ready`, `/healthz/deps`, `/version` and `/metrics` on loopback, apart from the
 * office's own port.
 */
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
  const question = questions[path];
  if (question) {
    await question(response);
  } else {
    reply(response, 404, "unknown");
  }
}

const questions: Readonly<Record<string, (response: ServerResponse) => Promise<void> | void>> = {
  "/healthz/live": (response) => reply(response, 200, "live"),
  "/healthz/ready": async (response) => {
    const missing = await missingParts();
    reply(response, missing.length === 0 ? 200 : 503, missing.join(", ") || "ready");
  },
  "/healthz/deps": async (response) =>
    replyJson(response, { dependencies: await askDependencies() }),
  "/version": (response) => replyJson(response, describeVersion()),
  "/metrics": async (response) => {
    await countAll();
    reply(response, 200, await metricsText());
  },
};

/** What must be asked for; the other figures stand without it. */
async function countAll(): Promise<void> {
  keepAsking();
  countConnections();
  keysHeld.set(keyProvider().ids().length);
  schemaLevel.set({ of: "release" }, levelOf(ownMigrations));
  await Promise.allSettled([countWaiting(), countQueued(), countLevel()].map(withinPatience));
}

async function countLevel(): Promise<void> {
  const found = await row<{ level: number }>("select level from schema_compatibility");
  schemaLevel.set({ of: "database" }, found?.level ?? 0);
}

function replyJson(response: ServerResponse, body: object): void {
  response.writeHead(200, { "content-type": "application/json" });
  response.end(`${JSON.stringify(body)}\n`);
}

function reply(response: ServerResponse, status: number, body: string): void {
  response.writeHead(status, { "content-type": "text/plain; charset=utf-8" });
  response.end(`${body}\n`);
}
