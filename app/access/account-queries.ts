import { now, rows, today, type BilingualName } from "../base/index.ts";
import type { Role } from "./roles.ts";
import type { TokenArea } from "./token-reach.ts";

export interface AccountLine extends BilingualName {
  readonly id: string;
  readonly employeeId: string;
  readonly employeeCode: string;
  readonly login: string;
  readonly hasPassword: boolean;
  readonly door: "password" | "directory";
  readonly mustChange: boolean;
  readonly isLocked: boolean;
  readonly isDisabled: boolean;
  readonly lastSignedInAt: Date | null;
}

export type AccountState = "disabled" | "locked" | "waiting";

export interface AccountFilter {
  readonly q?: string | undefined;
  readonly state?: AccountState | undefined;
  /** The last login shown. */
  readonly before?: string | undefined;
}

const page = 50;

/** Accounts by login, fifty at a time. */
export async function listAccounts({ q, state, before }: AccountFilter) {
  const found = await rows<AccountLine>(
    `${selectLines}
     where lower(a.login) > lower($before)
       and concat_ws(' ', a.login, e.name_en, e.name_hi, e.code, e.email) ilike all (
         select '%' || word || '%' from regexp_split_to_table($words, '\\s+') as word)
       and case $state when 'disabled' then a.disabled_at is not null
         when 'locked' then a.locked_until > $at when 'waiting' then a.password_hash is null and a.door = 'password'
         else true end
     order by lower(a.login) limit ${page + 1}`,
    {
      at: now(),
      before: before ?? "",
      words: (q ?? "").replace(/[%_\\]/g, "\\$&"),
      state: state ?? "",
    },
  );
  const accounts = found.slice(0, page);
  return { accounts, next: found.length > page ? accounts.at(-1)?.login : undefined };
}

export async function readAccount(id: string): Promise<AccountLine | undefined> {
  const [account] = await rows<AccountLine>(`${selectLines} where a.id = $id`, { id, at: now() });
  return account;
}

/** Accounts nobody was given a password for yet, those of a unit and all below it where one is named. */
export function listWithoutPassword(filter: { unitId?: string | undefined; limit: number }) {
  return rows<BilingualName & { accountId: string; login: string; employeeCode: string }>(
    `select a.id as "accountId", a.login, e.code as "employeeCode", e.name_en as "nameEn",
       e.name_hi as "nameHi"
     from accounts a join employees e on e.id = a.employee_id
     where a.password_hash is null and a.disabled_at is null and a.door = 'password'
       and ($unitId::uuid is null or exists (
         select 1 from charges c join posts p on p.id = c.post_id join units u on u.id = p.unit_id
         where c.employee_id = e.id and $unitId = any(u.ancestor_ids)
           and c.from_on <= $day and (c.until_on is null or c.until_on >= $day)))
     order by e.code limit $limit`,
    { unitId: filter.unitId ?? null, limit: filter.limit, day: today(now()) },
  );
}

export interface GrantLine {
  readonly id: string;
  readonly role: Role;
  readonly fromOn: string;
  readonly untilOn: string | null;
  /** Not over, though it may begin later. */
  readonly lasts: boolean;
}

export function grantsOf(postId: string): Promise<GrantLine[]> {
  return rows<GrantLine>(
    `select id, role, from_on as "fromOn", until_on as "untilOn",
       until_on is null or until_on >= $day as lasts
     from role_grants where post_id = $postId and (until_on is null or until_on >= from_on)
     order by lasts desc, role, from_on desc`,
    { postId, day: today(now()) },
  );
}

export interface TokenLine {
  readonly id: string;
  readonly name: string;
  readonly post: BilingualName | null;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly lastUsedAt: Date | null;
  readonly mayWrite: boolean;
  readonly areas: readonly TokenArea[];
}

/** The living tokens of an account. */
export function tokensOf(accountId: string): Promise<TokenLine[]> {
  return rows<TokenLine>(
    `select t.id, t.name, t.created_at as "createdAt", t.expires_at as "expiresAt",
       t.last_used_at as "lastUsedAt", t.may_write as "mayWrite", t.areas,
       case when p.id is not null then
         json_build_object('nameEn', p.name_en, 'nameHi', p.name_hi) end as post
     from access_tokens t left join posts p on p.id = t.post_id
     where t.account_id = $accountId and t.revoked_at is null and t.expires_at > $at
     order by t.created_at desc`,
    { accountId, at: now() },
  );
}

const selectLines = `
  select a.id, a.employee_id as "employeeId", e.code as "employeeCode", a.login,
    a.password_hash is not null as "hasPassword", a.door, a.must_change as "mustChange",
    coalesce(a.locked_until > $at, false) as "isLocked", a.disabled_at is not null as "isDisabled",
    a.last_signed_in_at as "lastSignedInAt", e.name_en as "nameEn", e.name_hi as "nameHi"
  from accounts a join employees e on e.id = a.employee_id`;
