import { Redis } from "ioredis";
import { config } from "./config.ts";

let client: Redis | undefined;

/** The shared connection for sessions. A command fails after two seconds rather than hang a page. */
export function redis(): Redis {
  client ??= connect();
  return client;
}

export function closeRedis(): void {
  client?.disconnect();
  client = undefined;
}

function connect(): Redis {
  const connection = new Redis(config().REDIS_URL, {
    maxRetriesPerRequest: 1,
    connectTimeout: 2_000,
    commandTimeout: 2_000,
    retryStrategy: (attempt) => Math.min(attempt * 100, 2_000),
  });
  // The failing command reports the loss; the connection itself keeps trying.
  connection.on("error", () => undefined);
  return connection;
}
