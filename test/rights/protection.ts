import type pg from "pg";

/** The commands for which each protected table has a policy for the application. */
const protectedTables: Readonly<Record<string, string>> = {
  access_tokens: "select insert update",
  accounts: "select insert update delete",
  cancelled_numbers: "select insert",
  certificates: "select insert update",
  correspondence: "select insert update",
  correspondence_documents: "select insert",
  dispatches: "select insert update",
  documents: "select insert",
  draft_edits: "select insert update delete",
  draft_versions: "select insert",
  drafts: "select insert update",
  events: "select insert",
  files: "select insert update",
  filings: "select insert update delete",
  folders: "select insert update delete",
  import_rows: "select insert update delete",
  imports: "select insert update delete",
  item_copies: "select insert update",
  items: "select insert update",
  letters: "select insert",
  movements: "select insert",
  note_drafts: "select insert update delete",
  note_references: "select insert",
  notes: "select insert",
  notices: "select insert update",
  openings: "select insert",
  receipt_documents: "select insert delete",
  receipts: "select insert update",
  submissions: "select insert update delete",
};

interface Found {
  readonly table: string;
  readonly isOn: boolean;
  readonly isForced: boolean;
  readonly commands: string | null;
  readonly isHeldToSomebody: boolean;
}

/** What of the second wall does not stand as written; also a table that was protected without a line above. */
export async function wrongProtection(client: pg.Client): Promise<readonly string[]> {
  const { rows } = await client.query<Found>(statement);
  const found = new Map(rows.map((row) => [row.table, row]));
  const names = new Set([
    ...Object.keys(protectedTables),
    ...rows.filter(({ commands, isOn }) => isOn || commands).map(({ table }) => table),
  ]);
  return [...names].filter((name) => !stands(found.get(name), protectedTables[name]));
}

function stands(found: Found | undefined, commands: string | undefined): boolean {
  return (
    found !== undefined &&
    found.isOn &&
    found.isForced &&
    found.isHeldToSomebody &&
    found.commands === commands
  );
}

const statement = `
  select c.relname as table, c.relrowsecurity as "isOn", c.relforcerowsecurity as "isForced",
    (select string_agg(lower(p.cmd), ' ' order by array_position('{SELECT,INSERT,UPDATE,DELETE}', p.cmd))
      from pg_policies p where p.tablename = c.relname and p.permissive = 'PERMISSIVE'
        and 'secretariat_app' = any(p.roles)) as commands,
    exists (select from pg_policies p where p.tablename = c.relname and p.permissive = 'RESTRICTIVE'
      and p.cmd = 'ALL' and 'secretariat_app' = any(p.roles) and p.qual <> 'true'
      and p.with_check <> 'true') as "isHeldToSomebody"
  from pg_class c where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace`;
