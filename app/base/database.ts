/**
 * INVARIANTS
 * 1. Inside `transaction` every query joins it; nobody passes a transaction by hand.
 * 2. A nested `transaction` joins the outer one: one COMMIT per command.
 * 3. Work given to `afterCommit` runs only once the COMMIT has succeeded; its failure is told in the log
 *    and undoes nothing, since the command is done. What must happen goes through an event, not here.
 * 4. Every statement is run for somebody (`standpoint.ts`); for nobody, row security shows nothing.
 */
import { AsyncLocalStorage } from "node:async_hooks";
import pg from "pg";
import { QueryTypes, Sequelize, type Transaction } from "sequelize";
import { config } from "./config.ts";
import { log } from "./log.ts";
import { poolConnections, poolWait } from "./metrics.ts";
import { isHeldBack, withoutLocks } from "./service/held-back.ts";
import { prepareStatements } from "./prepared-statements.ts";

type Effect = () => void | Promise<void>;

const ambient = new AsyncLocalStorage<Map<string, unknown>>();
let sandbox: Transaction | undefined;
let connection: Sequelize | undefined;

const bigintType = 20;
pg.types.setTypeParser(bigintType, Number); // counts and sequence numbers stay far below 2^53

// Sequelize speaks the dialect of cls-hooked; these four words of it are all it uses.
Sequelize.useCLS({
  get: (key: string) =>
    ambient.getStore()?.get(key) ?? (key === "transaction" ? sandbox : undefined),
  set: (key: string, value: unknown) => ambient.getStore()?.set(key, value),
  run: (work: (store: object) => unknown) => {
    const store = new Map(ambient.getStore());
    ambient.run(store, work, store);
  },
  bind: (work: () => void) => AsyncLocalStorage.bind(work),
});

/** The pool of this process. Its limits keep one slow reader from holding back the sealing of events. */
export function database(): Sequelize {
  connection ??= new Sequelize(config().DATABASE_URL, {
    dialect: "postgres",
    logging: false,
    hooks: {
      afterConnect: (client) => prepareStatements(client as pg.Client),
      beforePoolAcquire: (asked) => void waiting.set(asked, performance.now()),
      afterPoolAcquire: (_client, asked) => noteWait(asked),
    },
    pool: { max: config().DATABASE_POOL, min: 0, acquire: 10_000, idle: 30_000 },
    dialectOptions: {
      application_name: "secretariat",
      statement_timeout: 15_000,
      idle_in_transaction_session_timeout: 15_000,
      connectionTimeoutMillis: 5_000,
    },
  });
  return connection;
}

const waiting = new WeakMap<object, number>();

function noteWait(asked: object): void {
  const since = waiting.get(asked);
  if (since !== undefined) {
    poolWait.observe((performance.now() - since) / 1_000);
  }
}

/** Connections of this process now, for the metrics. */
export function countConnections(): void {
  const manager = connection?.connectionManager as unknown as { pool?: Pool } | undefined;
  for (const state of ["size", "available", "using", "waiting"] as const) {
    poolConnections.set({ state }, manager?.pool?.[state] ?? 0);
  }
}

type Pool = Readonly<Record<"size" | "available" | "using" | "waiting", number>>;

export async function closeDatabase(): Promise<void> {
  await connection?.close();
  connection = undefined;
}

/** Runs `work` so that all it writes stands together or not at all. */
export async function transaction<T>(work: () => Promise<T>): Promise<T> {
  if (inTransaction()) {
    return work();
  }
  const effects: Effect[] = [];
  const begin = async () => {
    ambient.getStore()?.set("effects", effects);
    return work();
  };
  const result = sandbox
    ? await database().transaction({ transaction: sandbox }, begin)
    : await database().transaction(begin);
  await follow(effects);
  return result;
}

async function follow(effects: readonly Effect[]): Promise<void> {
  for (const effect of effects) {
    try {
      await effect();
    } catch (error) {
      log.error({ err: error }, "What should follow a commit failed");
    }
  }
}

/** Puts off an effect on the outside world until the work is safely committed. */
export async function afterCommit(effect: Effect): Promise<void> {
  const effects = ambient.getStore()?.get("effects") as Effect[] | undefined;
  if (effects) {
    effects.push(effect);
  } else {
    await effect();
  }
}

export function inTransaction(): boolean {
  return ambient.getStore()?.has("transaction") ?? false;
}

/** The rows a SELECT finds, or that a writing statement returns. Values are bound as `$name`. */
export async function rows<Row extends object>(
  sql: string,
  bind: Readonly<Record<string, unknown>> = {},
): Promise<Row[]> {
  if (isHeldBack(sql)) {
    return [];
  }
  return database().query<Row>(withoutLocks(sql), { bind: { ...bind }, type: QueryTypes.SELECT });
}

/** The first row found, if any. */
export async function row<Row extends object>(
  sql: string,
  bind: Readonly<Record<string, unknown>> = {},
): Promise<Row | undefined> {
  const [first] = await rows<Row>(sql, bind);
  return first;
}

/** Runs a statement whose rows do not matter. */
export async function execute(
  sql: string,
  bind: Readonly<Record<string, unknown>> = {},
): Promise<void> {
  await rows(sql, bind);
}

/** For tests only: every transaction becomes a savepoint of this one, which the test rolls back. */
export function useSandbox(outer: Transaction | undefined): void {
  sandbox = outer;
}
