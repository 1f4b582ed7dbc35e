import { Redis } from "ioredis";

/** Tells Redis something over its own protocol: a password never stands on a command line. */
export async function redisCommand(password: string, words: readonly string[]): Promise<void> {
  const redis = new Redis({ host: "127.0.0.1", port: 6379, password, lazyConnect: true });
  redis.on("error", () => undefined); // what goes wrong is told by the command itself
  try {
    await redis.connect();
    const [command = "", ...rest] = words;
    await redis.call(command, ...rest);
  } finally {
    redis.disconnect();
  }
}
