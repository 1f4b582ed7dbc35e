import type pg from "pg";

/** The commands for which each protected table has a policy for the application. */
const protectedTables: Readonly<Record<string, string>> = {
  access_tokens: "select insert update",
  accounts: "select insert update delete",
  authenticator_apps: "select insert update delete",
  break_glass_armings: "select insert update",
  cancelled_numbers: "select insert",
  certificates: "select insert update",
  correspondence: "select insert update",
  correspondence_documents: "select insert",
  directory_syncs: "select insert delete",
  dispatches: "select insert update",
  documents: "select insert",
  draft_edits: "select insert update delete",
  draft_versions: "select insert",
  drafts: "select insert update",
  events: "select insert",
  files: "select insert update",
  filings: "select insert update delete",
  folders: "select insert update delete",
  identities: "select insert delete",
  identity_claims: "select insert update",
  import_rows: "select insert update delete",
  imports: "select insert update delete",
  item_copies: "select insert update",
  items: "select insert update",
  letters: "select insert",
  movements: "select insert",
  network_refusals: "select insert update",
  network_sightings: "select insert delete",
  note_drafts: "select insert update delete",
  note_references: "select insert",
  notes: "select insert",
  notices: "select insert update",
  openings: "select insert",
  passkeys: "select insert update delete",
  provider_sessions: "select insert update delete",
  receipt_documents: "select insert delete",
  receipts: "select insert update",
  recovery_codes: "select insert update delete",
  renditions: "select insert",
  second_factor_tries: "select insert update",
  spent_logout_tokens: "select insert delete",
  submissions: "select insert update delete",
  uploads: "select insert update delete",
  vpn_accounts: "select insert update",
  vpn_list_rows: "select insert update",
  vpn_lists: "select insert update",
};

interface Found {
  readonly table: string;
  readonly isOn: boolean;
  readonly isForced: boolean;
  readonly commands: string | null;
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
  return found !== undefined && found.isOn && found.isForced && found.commands === commands;
}

const statement = `
  select c.relname as table, c.relrowsecurity as "isOn", c.relforcerowsecurity as "isForced",
    (select string_agg(lower(p.cmd), ' ' order by array_position('{SELECT,INSERT,UPDATE,DELETE}', p.cmd))
      from pg_policies p where p.tablename = c.relname and p.permissive = 'PERMISSIVE'
        and 'secretariat_app' = any(p.roles)) as commands
  from pg_class c where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace`;
