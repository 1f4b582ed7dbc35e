import pg from "pg";
import { readStanding } from "../../app/access/standing.ts";
import { asActor, nowhere, presentStandpoint } from "../../app/base/standpoint.ts";
import {
  standpointStatement,
  standpointValues,
  type Standpoint,
} from "../../app/base/standpoint.ts";
import { superuserUrl } from "../support/sandbox.ts";
import { kindNames, kindOf, type Classification, type KindName } from "./kinds.ts";
import type { Failure } from "./run-cells.ts";
import { sqlExpectations } from "./sql-expectations.ts";
import type { World } from "./world.ts";

export const verbs = ["select", "insert", "update", "delete"] as const;
export type Verb = (typeof verbs)[number];

export interface SqlCell {
  readonly table: string;
  readonly verb: Verb;
  readonly kind: KindName;
  readonly classification: Classification;
  readonly expected: boolean;
}

/** A connection on which the rows of the world, and who stands where, are known. */
export interface SqlWorld {
  readonly client: pg.Client;
  readonly standpoints: ReadonlyMap<KindName, Standpoint>;
  /** `table classification` → the rows' places, and one of them whole. */
  readonly rows: ReadonlyMap<string, { readonly places: readonly string[]; readonly one: unknown }>;
}

export function sqlCells(): readonly SqlCell[] {
  return Object.entries(sqlExpectations).flatMap(([table, row]) =>
    (["normal", "confidential"] as const).flatMap((classification) =>
      kindNames.flatMap((kind) =>
        verbs.map((verb) => {
          const isIn = kindOf(kind).stopped === undefined;
          const expected = isIn && (row[verb]?.(kind, classification) ?? false);
          return { table, verb, kind, classification, expected };
        }),
      ),
    ),
  );
}

export async function openSqlWorld(world: World): Promise<SqlWorld> {
  const url = new URL(superuserUrl());
  url.pathname = new URL(process.env["SECRETARIAT_DATABASE_URL"] ?? "").pathname;
  const client = new pg.Client(url.href);
  await client.connect();
  await client.query("begin");
  await client.query(seeds, [world.cast.holder.accountId, world.cast.holder.employeeId]);
  return { client, standpoints: await allStandpoints(world), rows: await rowsOf(client, world) };
}

/** A row in each table that the world leaves empty; the transaction is given up in the end. */
const seeds = `
  with given as (select $1::uuid as account, $2::uuid as employee, clock_timestamp() as at),
  a as (insert into provider_sessions (id, account_id, provider, session_mark, subject, kept, expires_at)
    select gen_random_uuid(), account, 'x', 'x', 'x', 'x', at from given),
  b as (insert into spent_logout_tokens (issuer, token_id, expires_at) select 'x', 'x', at from given),
  c as (insert into directory_syncs (id, at, finished_at, outcome)
    select gen_random_uuid(), at, at, 'read' from given),
  d as (insert into passkeys (id, account_id, name, credential_id, public_key, counter, added_at)
    select gen_random_uuid(), account, 'x', 'x', 'x', 0, at from given),
  e as (insert into recovery_codes (account_id, code_hash, made_at) select account, 'x', at from given),
  f as (insert into second_factor_tries (account_id) select account from given on conflict do nothing),
  g as (insert into break_glass_armings (id, account_id, reason, armed_by, armed_at, until_at, password_hash,
    secret) select gen_random_uuid(), account, 'x', 'x', at, at, 'x', 'x' from given),
  h as (insert into network_sightings (session, range_id, at)
    select 'x', (select id from network_ranges limit 1), at from given),
  i as (insert into network_refusals (address, hour, attempts, first_at, last_at)
    select 'x', at, 1, at, at from given),
  j as (insert into vpn_accounts (id, vpn_id, employee_id, state, matched_by, updated_at)
    select gen_random_uuid(), 'x', employee, 'active', 'hand', at from given)
  insert into renditions (sha256, kind, page, rendition_sha256, bytes, made_at)
    select distinct d.sha256, 'x', 1, 'x', 1, at from given, documents d on conflict do nothing`;

/** The settings a request of each kind is run with; whoever is stopped at the door stands nowhere. */
async function allStandpoints({ cast }: World): Promise<ReadonlyMap<KindName, Standpoint>> {
  const found = new Map<KindName, Standpoint>();
  for (const kind of kindNames) {
    const officer = cast.people.get(kind);
    const standing = officer && (await readStanding(officer.accountId, officer.postId));
    const isIn = standing && kindOf(kind).stopped === undefined;
    found.set(kind, isIn ? standpointOf(officer, standing) : nowhere);
  }
  return found;
}

type Standing = NonNullable<Awaited<ReturnType<typeof readStanding>>>;

function standpointOf(
  officer: { readonly accountId: string; readonly employeeId: string },
  { actingId, coveredUnitIds, permissions, posts, roles }: Standing,
): Standpoint {
  const actor = {
    ...officer,
    postId: actingId ?? "",
    unitId: posts.find(({ id }) => id === actingId)?.unitId ?? "",
    charge: "substantive" as const,
    onBehalfOfId: null,
    roles: new Set(roles),
    permissions: new Set(permissions),
    coveredUnitIds: coveredUnitIds ?? [],
    sessionId: null,
    address: null,
    requestId: null,
  };
  return asActor(actor, presentStandpoint);
}

async function rowsOf(client: pg.Client, { cast, papers }: World): Promise<SqlWorld["rows"]> {
  const found = new Map<string, { places: readonly string[]; one: unknown }>();
  for (const [table, { rows }] of Object.entries(sqlExpectations)) {
    for (const [classification, ids] of Object.entries(papers)) {
      const values = [Object.values(ids), cast.holder.postId, cast.holder.accountId];
      const { rows: several } = await client.query<{ place: string; one: unknown }>(
        `select ctid::text as place, to_jsonb(t) as one from ${table} t
         where (${rows}) and $1::uuid[] is not null and $2::uuid is not null and $3::uuid is not null`,
        values,
      );
      if (several.length === 0) {
        throw new Error(`The world has no row in ${table} (${classification})`);
      }
      found.set(`${table} ${classification}`, {
        places: several.map(({ place }) => place),
        one: several[0]?.one,
      });
    }
  }
  return found;
}

/** Every cell in a transaction of its own that is rolled back; nothing where all is as written. */
export async function runSqlCells(
  world: SqlWorld,
  cells: readonly SqlCell[],
  first = false,
): Promise<Failure[]> {
  const failures: Failure[] = [];
  for (const cell of cells) {
    const done = await tryStatement(world, cell);
    if (done !== cell.expected) {
      const expected = cell.expected ? "done" : "refused";
      const found = done ? "done" : "refused";
      failures.push({ cell: nameOfSqlCell(cell), expected, found });
      if (first) {
        return failures;
      }
    }
  }
  return failures;
}

export function nameOfSqlCell({ classification, kind, table, verb }: SqlCell): string {
  return `${verb} ${table} · ${kind} · ${classification}`;
}

async function tryStatement(world: SqlWorld, cell: SqlCell): Promise<boolean> {
  const { client, standpoints } = world;
  await client.query("savepoint cell");
  try {
    await client.query("set local role secretariat_app");
    await client.query(
      standpointStatement,
      standpointValues(standpoints.get(cell.kind) ?? nowhere),
    );
    return await isDone(world, cell);
  } finally {
    await client.query("rollback to savepoint cell");
  }
}

async function isDone({ client, rows }: SqlWorld, cell: SqlCell): Promise<boolean> {
  const { classification, table, verb } = cell;
  const { one, places } = rows.get(`${table} ${classification}`) ?? { one: {}, places: [] };
  try {
    const { rowCount } = await (verb === "insert"
      ? client.query(
          `insert into ${table} ${overriding(table)} select * from jsonb_populate_record(null::${table}, $1)`,
          [JSON.stringify(one)],
        )
      : client.query(statementFor(verb, table), [places]));
    return (rowCount ?? 0) > 0;
  } catch (error) {
    return isTaken(error);
  }
}

function statementFor(verb: Verb, table: string): string {
  const here = "ctid = any($1::tid[])";
  const { [table]: column = "id" } = changed;
  return {
    select: `select from ${table} where ${here}`,
    update: `update ${table} set ${column} = ${column} where ${here}`,
    delete: `delete from ${table} where ${here}`,
    insert: "",
  }[verb];
}

/** A column that stands in every row and that nothing else depends on. */
const changed: Readonly<Record<string, string>> = {
  items: "remarks",
  files: "remarks",
  receipts: "remarks",
  correspondence: "title",
  movements: "remarks",
  note_drafts: "revision",
  notes: "agrees",
  drafts: "subject",
  draft_versions: "at",
  letters: "subject",
  dispatches: "tracking_number",
  documents: "name",
  folders: "name",
  notices: "read_at",
  item_copies: "at",
  openings: "at",
  filings: "folder_id",
  note_references: "label",
  draft_edits: "version",
  cancelled_numbers: "reason",
  certificates: "designation",
  accounts: "language",
  access_tokens: "name",
  submissions: "at",
  imports: "kind",
  import_rows: "cells",
  events: "action",
  identity_claims: "name",
  authenticator_apps: "name",
  passkeys: "name",
  recovery_codes: "made_at",
  second_factor_tries: "failures",
  break_glass_armings: "reason",
  network_refusals: "attempts",
  vpn_accounts: "vpn_id",
  vpn_lists: "file_name",
  vpn_list_rows: "vpn_id",
  uploads: "name",
  identities: "issuer",
  provider_sessions: "account_id",
  spent_logout_tokens: "issuer",
  directory_syncs: "server",
  network_sightings: "session",
  renditions: "kind",
  receipt_documents: "title",
  correspondence_documents: "page_from",
};

function overriding(table: string): string {
  return table === "items" ? "overriding system value" : "";
}

/** Row security let it through; only what stands there already, or hangs on it, was in the way. */
function isTaken(error: unknown): boolean {
  const code = (error as { code?: string }).code ?? "";
  return ["23505", "23503", "23P01", "23514"].includes(code);
}
