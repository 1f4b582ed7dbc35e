import { v7 as newId } from "uuid";
import { insert, now } from "../../app/base/index.ts";
import type { AnOfficer } from "../support/builders.ts";

type Row = Readonly<Record<string, unknown>>;

/** A table that holds what is somebody's own, and who sees it. */
export interface PersonalTable {
  readonly table: string;
  /** A row that concerns this officer, with what is to stand before it. */
  readonly rowOf: (officer: AnOfficer) => Row | Promise<Row>;
  /** What a thief would write. */
  readonly change?: string;
  readonly owner: boolean;
  readonly administrator: boolean;
  /** Whether the owner takes his row away himself. */
  readonly ownerDeletes?: boolean;
}

const soon = (): Date => new Date(now().getTime() + 3_600_000);
const text = (): string => newId();

export const personalTables: readonly PersonalTable[] = [
  {
    table: "identities",
    rowOf: ({ accountId }) => ({
      id: newId(),
      accountId,
      issuer: "directory:x",
      subject: text(),
      linkedAt: now(),
    }),
    change: "subject = 'mine'",
    owner: true,
    administrator: true,
  },
  {
    table: "identity_claims",
    rowOf: ({ accountId }) => ({
      id: newId(),
      accountId,
      issuer: "directory:x",
      subject: text(),
      reason: "nobody",
      state: "waiting",
      claimedAt: now(),
      lastClaimedAt: now(),
    }),
    change: "state = 'linked'",
    owner: false,
    administrator: true,
  },
  {
    table: "provider_sessions",
    rowOf: ({ accountId }) => ({
      id: newId(),
      accountId,
      provider: "x",
      sessionMark: text(),
      subject: "x",
      kept: "x",
      expiresAt: soon(),
    }),
    change: "kept = 'y'",
    owner: true,
    administrator: false,
    ownerDeletes: true,
  },
  {
    table: "spent_logout_tokens",
    rowOf: () => ({ issuer: "x", tokenId: text(), expiresAt: soon() }),
    owner: false,
    administrator: false,
  },
  {
    table: "directory_syncs",
    rowOf: () => ({ id: newId(), at: now(), finishedAt: now(), outcome: "read" }),
    change: "people = 1",
    owner: false,
    administrator: true,
  },
  {
    table: "authenticator_apps",
    rowOf: ({ accountId }) => ({
      id: newId(),
      accountId,
      name: "x",
      secret: "x",
      lastStep: 0,
      addedAt: now(),
    }),
    change: "secret = 'y'",
    owner: true,
    administrator: true,
    ownerDeletes: true,
  },
  {
    table: "passkeys",
    rowOf: ({ accountId }) => ({
      id: newId(),
      accountId,
      name: "x",
      credentialId: text(),
      publicKey: "x",
      counter: 0,
      addedAt: now(),
    }),
    change: "public_key = 'y'",
    owner: true,
    administrator: true,
    ownerDeletes: true,
  },
  {
    table: "recovery_codes",
    rowOf: ({ accountId }) => ({ accountId, codeHash: text(), madeAt: now() }),
    change: "used_at = null",
    owner: true,
    administrator: true,
    ownerDeletes: true,
  },
  {
    table: "second_factor_tries",
    rowOf: ({ accountId }) => ({ accountId, failures: 9 }),
    change: "failures = 0",
    owner: true,
    administrator: true,
  },
  {
    table: "break_glass_armings",
    rowOf: ({ accountId }) => ({
      id: newId(),
      accountId,
      reason: "x",
      armedBy: "x",
      armedAt: now(),
      untilAt: soon(),
      passwordHash: "x",
      secret: "x",
    }),
    change: "used_at = null",
    owner: true,
    administrator: false,
  },
  {
    table: "network_sightings",
    rowOf: async ({ accountId }) => ({
      session: `account ${accountId}`,
      rangeId: await aRange(),
      at: now(),
    }),
    change: "at = now()",
    owner: false,
    administrator: true,
  },
  {
    table: "network_refusals",
    rowOf: () => ({
      address: text(),
      hour: now(),
      attempts: 1,
      firstAt: now(),
      lastAt: now(),
    }),
    change: "attempts = 0",
    owner: false,
    administrator: true,
  },
  {
    table: "vpn_accounts",
    rowOf: ({ employeeId }) => ({
      id: newId(),
      vpnId: text(),
      employeeId,
      state: "active",
      matchedBy: "hand",
      updatedAt: now(),
    }),
    change: "state = 'revoked'",
    owner: false,
    administrator: true,
  },
  {
    table: "vpn_lists",
    rowOf: () => aList(),
    change: "state = 'committed'",
    owner: false,
    administrator: true,
  },
  {
    table: "vpn_list_rows",
    rowOf: async ({ employeeId }) => {
      const list = aList();
      await insert("vpn_lists", list);
      const { id: listId } = list;
      return { listId, employeeId, rowNumber: 1, vpnId: "x", cells: "{}", verdict: "new" };
    },
    change: "verdict = 'same'",
    owner: false,
    administrator: true,
  },
  {
    table: "uploads",
    rowOf: ({ accountId, postId }) => ({
      id: newId(),
      accountId,
      postId,
      name: "x",
      bytes: 1,
      sealedKey: "x",
      createdAt: now(),
      expiresAt: soon(),
    }),
    change: "name = 'y'",
    owner: true,
    administrator: false,
    ownerDeletes: true,
  },
  {
    table: "renditions",
    rowOf: async (officer) => {
      const sha256 = await aDocumentOf(officer);
      return { sha256, kind: "x", page: 1, renditionSha256: "x", bytes: 0, madeAt: now() };
    },
    owner: true,
    administrator: false,
  },
];

function aList() {
  const made = { createdAt: now(), rowsRead: 1, state: "staged" };
  return { id: newId(), fileName: "x", sha256: "x", ...made };
}

async function aRange(): Promise<string> {
  const id = newId();
  const made = { label: "x", fromOn: "2000-01-01", orderNumber: "x", createdAt: now() };
  const range = `fd00:${id.slice(-12).replaceAll(/(.{4})(?=.)/g, "$1:")}::/64`;
  await insert("network_ranges", { id, range, ...made });
  return id;
}

async function aDocumentOf({ postId }: AnOfficer): Promise<string> {
  const [id, sha256] = [newId(), text()];
  const made = { createdAt: now(), createdByPostId: postId };
  await insert("documents", {
    ...made,
    id,
    sha256,
    bytes: 1,
    pages: 1,
    name: "x",
    mediaType: "application/pdf",
  });
  return sha256;
}
