import type { Client } from "ldapts";
import { log, Refusal, unavailable, words } from "../base/index.ts";
import { connect, type Line } from "./connect.ts";
import type { Directory, DirectoryServer } from "./settings.ts";

/** A server that failed is asked last for this long. */
const rest = 30_000;

const failedAt = new Map<string, number>();

/** A line on which we have said who we are. */
export interface Session {
  readonly client: Client;
  readonly server: string;
}

/**
 * Asks the servers in their order until one answers. What a server did wrong is its own affair and the next is
 * tried; only a refusal that the work itself throws is an answer.
 */
export async function askDirectory<T>(
  directory: Directory,
  work: (session: Session) => Promise<T>,
): Promise<T> {
  for (const server of inOrder(directory.servers)) {
    const asked = await askOne(server, directory, work);
    if (asked) {
      return asked.answer;
    }
  }
  throw unavailable(
    words("The directory does not answer just now. Wait a few minutes and try again."),
  );
}

/** Whether each server was heard when it was last asked; for the state page. */
export function serversHeard(directory: Directory): { url: string; isDown: boolean }[] {
  return directory.servers.map(({ url }) => ({ url, isDown: isDown(url) }));
}

export function forgetFailures(): void {
  failedAt.clear();
}

/** Tries every server once, whatever is remembered of it. */
export async function tryServers(directory: Directory): Promise<void> {
  for (const server of directory.servers) {
    await askOne(server, directory, () => Promise.resolve(true));
  }
}

async function askOne<T>(
  server: DirectoryServer,
  directory: Directory,
  work: (session: Session) => Promise<T>,
): Promise<{ readonly answer: T } | undefined> {
  let line: Line | undefined;
  try {
    line = await connect(server, directory);
    const answer = await work({ client: line.client, server: server.url });
    failedAt.delete(server.url);
    return { answer };
  } catch (error) {
    if (error instanceof Refusal) {
      throw error;
    }
    failedAt.set(server.url, Date.now());
    log.warn({ server: server.url, failure: failureOf(error) }, "A server of the directory failed");
    return undefined;
  } finally {
    line?.close();
  }
}

/** What a server answers in words may name people; those words go to no log. */
function failureOf(error: unknown): string {
  if (!(error instanceof Error)) {
    return "unknown";
  }
  return "code" in error && typeof error.code === "number" ? error.name : error.message;
}

function inOrder(servers: readonly DirectoryServer[]): readonly DirectoryServer[] {
  return servers.toSorted((one, other) => Number(isDown(one.url)) - Number(isDown(other.url)));
}

function isDown(url: string): boolean {
  return Date.now() - (failedAt.get(url) ?? -Infinity) < rest;
}
