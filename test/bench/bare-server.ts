/**
 * The floor under a page: Koa and pg and nothing else. It runs the very statements of the product's page,
 * on a pool of the product's size, and answers the very bytes.
 */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import Koa from "koa";
import compress from "koa-compress";
import pg from "pg";
import type { Statement } from "./record-statements.ts";

export interface BareOrder {
  readonly databaseUrl: string;
  readonly pool: number;
  /** Whether Postgres keeps the plans, as it does for the product. */
  readonly prepared: boolean;
  readonly pages: readonly {
    readonly path: string;
    readonly statements: readonly Statement[];
    readonly body: string;
    readonly type: string;
  }[];
}

const order = JSON.parse(await text(process.stdin)) as BareOrder;
const pool = new pg.Pool({ connectionString: order.databaseUrl, max: order.pool });
const pages = new Map(order.pages.map((page) => [page.path, page]));

const names = new Map<string, { readonly name: string }>();
function nameOf(sql: string): { readonly name?: string } {
  if (!order.prepared) {
    return {};
  }
  const known = names.get(sql) ?? { name: `s${names.size}` };
  names.set(sql, known);
  return known;
}

const koa = new Koa();
koa.use(compress({ threshold: 1024, br: false }));
koa.use(async (context) => {
  const page = pages.get(context.path);
  if (!page) {
    return;
  }
  for (const { sql, values } of page.statements) {
    await pool.query({ ...nameOf(sql), text: sql, values: [...values] });
  }
  context.type = page.type;
  context.body = page.body;
});

const answer = koa.callback();
const server = createServer((request, response) => void answer(request, response));
server.listen(0, "127.0.0.1", () => {
  process.stdout.write(`${(server.address() as AddressInfo).port}\n`);
});
process.once("SIGTERM", () => process.exit(0));
