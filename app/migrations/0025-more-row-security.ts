import { policiesOf } from "./0020-row-security/policies-of.ts";
import type { Rules } from "./0020-row-security/rules.ts";

interface Migration {
  readonly query: (sql: string) => Promise<unknown>;
}

/** Who one is elsewhere, what one proves oneself by, what one uploads: one's own, or an administrator's. */
export async function up({ query }: Migration): Promise<void> {
  for (const [table, rules] of Object.entries({
    ...waysIn,
    ...factors,
    ...networks,
    ...contents,
  })) {
    await query(policiesOf(table, rules));
  }
}

const own = "account_id = acting_account()";
const identifies = "acts_for_purpose('identify')";
const administers = "acts_with_role('administrator')";
/** Chores, keys that change, the server's own command line. */
const taskOnly = "false";
const ownOrAdministers = `${own} or ${administers}`;

const waysIn: Readonly<Record<string, Rules>> = {
  identities: {
    select: `${ownOrAdministers} or ${identifies}`,
    insert: `${administers} or ${identifies}`,
    delete: administers,
  },
  identity_claims: {
    select: `${administers} or ${identifies}`,
    insert: `${administers} or ${identifies}`,
    update: `${administers} or ${identifies}`,
  },
  provider_sessions: {
    select: `${own} or ${identifies}`,
    insert: identifies,
    update: taskOnly,
    delete: `${own} or ${identifies}`,
  },
  spent_logout_tokens: { select: identifies, insert: identifies, delete: taskOnly },
  directory_syncs: { select: administers, insert: administers, delete: taskOnly },
};

/** Whoever is identified adds, changes and uses up his own; an administrator only takes them away. */
const factor: Rules = {
  select: ownOrAdministers,
  insert: own,
  update: own,
  delete: ownOrAdministers,
};
/** Whether there is one says what a session owes before it is known who asks. */
const askedFirst: Rules = { ...factor, select: `${ownOrAdministers} or ${identifies}` };

const factors: Readonly<Record<string, Rules>> = {
  authenticator_apps: askedFirst,
  passkeys: askedFirst,
  recovery_codes: factor,
  second_factor_tries: {
    select: `${ownOrAdministers} or ${identifies}`,
    insert: `${own} or ${identifies}`,
    update: `${ownOrAdministers} or ${identifies}`,
  },
  break_glass_armings: {
    select: `${own} or ${identifies}`,
    insert: taskOnly,
    update: identifies,
  },
};

const networks: Readonly<Record<string, Rules>> = {
  network_sightings: {
    select: `${administers} or ${identifies}`,
    insert: identifies,
    delete: administers,
  },
  network_refusals: {
    select: `${administers} or ${identifies}`,
    insert: identifies,
    update: identifies,
  },
  vpn_accounts: { select: administers, insert: administers, update: administers },
  vpn_lists: { select: administers, insert: administers, update: administers },
  vpn_list_rows: { select: administers, insert: administers, update: administers },
};

/** An upload belongs to the account and to the post it was begun in. */
const begun = `${own} and post_id is not distinct from acting_post()`;
/** What was drawn of a document is for whoever sees one with these bytes. */
const drawn = "exists (select from documents shown where shown.sha256 = renditions.sha256)";

const contents: Readonly<Record<string, Rules>> = {
  uploads: { select: begun, insert: begun, update: begun, delete: begun },
  renditions: { select: drawn, insert: drawn },
};
