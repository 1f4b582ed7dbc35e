/**
 * What a provider says about itself, and its keys. It lies on disk, so that neither a restart of ours nor one of
 * theirs stands between an officer and his work; older than an hour it is renewed beside the work, older than a
 * week it counts no more.
 */
import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { randomUUID } from "node:crypto";
import { join } from "node:path";
import type { JSONWebKeySet } from "jose";
import type { ServerMetadata } from "openid-client";
import { config, log } from "../../base/index.ts";
import type { OpenIdProvider } from "../provider-settings.ts";
import { fetchKeys, fetchMetadata } from "./discover.ts";

export interface Knowledge {
  readonly issuer: string;
  readonly metadata: ServerMetadata;
  readonly keys: JSONWebKeySet;
  readonly at: number;
}

const freshMilliseconds = 3_600_000;
const longestMilliseconds = 7 * 24 * 3_600_000;
/** Strangers who name keys that do not exist make us ask no oftener than this. */
const restMilliseconds = 10_000;

const held = new Map<string, Knowledge>();
const renewals = new Map<string, Promise<Knowledge>>();

/** What is known of the provider: at once where it is not too old. */
export async function knowledgeOf(provider: OpenIdProvider): Promise<Knowledge> {
  const known = held.get(provider.id) ?? readKept(provider);
  const age = known ? Date.now() - known.at : Infinity;
  if (!known || known.issuer !== provider.issuer || age > longestMilliseconds) {
    return renew(provider);
  }
  held.set(provider.id, known);
  if (age > freshMilliseconds) {
    renew(provider).catch((error: unknown) =>
      log.warn({ err: error, provider: provider.id }, "Identity provider could not be asked anew"),
    );
  }
  return known;
}

/** The knowledge with the newest keys, as after the provider changed them. */
export async function withNewKeys(provider: OpenIdProvider, known: Knowledge): Promise<Knowledge> {
  return Date.now() - known.at < restMilliseconds ? known : renew(provider);
}

/** Forgets what is held in memory, as a restart does. */
export function forgetKnowledge(): void {
  held.clear();
}

/** Asks once, however many wait for it. */
function renew(provider: OpenIdProvider): Promise<Knowledge> {
  const running = renewals.get(provider.id);
  if (running) {
    return running;
  }
  const renewal = askAnew(provider).finally(() => renewals.delete(provider.id));
  renewals.set(provider.id, renewal);
  return renewal;
}

async function askAnew(provider: OpenIdProvider): Promise<Knowledge> {
  const metadata = await fetchMetadata(provider);
  const keys = await fetchKeys(provider, metadata);
  const knowledge = { issuer: provider.issuer, metadata, keys, at: Date.now() };
  held.set(provider.id, knowledge);
  keep(provider, knowledge);
  return knowledge;
}

function folder(): string {
  return join(config().KEYS_FOLDER, "identity-providers");
}

function readKept({ id }: OpenIdProvider): Knowledge | undefined {
  try {
    return JSON.parse(readFileSync(join(folder(), `${id}.json`), "utf8")) as Knowledge;
  } catch {
    return undefined; // asked anew
  }
}

/** A full disk keeps nobody out. */
function keep({ id }: OpenIdProvider, knowledge: Knowledge): void {
  try {
    mkdirSync(folder(), { recursive: true, mode: 0o700 });
    const temporary = join(folder(), `${id}.${randomUUID()}`);
    writeFileSync(temporary, JSON.stringify(knowledge), { mode: 0o600 });
    renameSync(temporary, join(folder(), `${id}.json`));
  } catch (error) {
    log.warn({ err: error, provider: id }, "What an identity provider says could not be kept");
  }
}
