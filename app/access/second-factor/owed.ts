import { now, row, today, type Actor } from "../../base/index.ts";

/** What an account still owes when it comes in: the proof of a factor it has, or setting one up. */
export type OwedFactor = "proof" | "set-up";

/** Rights that demand a second factor until the office orders otherwise. */
export const usualRoles = ["administrator", "signatory"] as const;

/** The SQL of what each thing is called where it is asked. */
interface Asked {
  readonly account: string;
  readonly roles: string;
  readonly unit: string;
  readonly day: string;
}

/** SQL for what an account owes as a post; part of the one statement that identifies whoever asks. */
export function owedFactorOf({ account, roles, unit, day }: Asked): string {
  return `case
    when exists (select 1 from authenticator_apps f where f.account_id = ${account})
      or exists (select 1 from passkeys f where f.account_id = ${account}) then 'proof'
    when ${roles} && array(select jsonb_array_elements_text(coalesce((
        select o.value from parameters o
        where o.name = 'access.second-factor-roles' and o.unit_id is null and o.from_on <= ${day}
        order by o.from_on desc, o.created_at desc limit 1),
      '${JSON.stringify(usualRoles)}'))) then 'set-up'
    when exists (select 1 from (
        select distinct on (o.unit_id) o.value
        from units w join parameters o on o.unit_id = any (w.ancestor_ids)
        where w.id = ${unit} and o.name = 'access.second-factor-unit' and o.from_on <= ${day}
        order by o.unit_id, o.from_on desc, o.created_at desc) as ordered
      where ordered.value = 'true') then 'set-up' end`;
}

/** What somebody owes as this post, whatever his session proved. */
export async function readOwed(actor: Actor): Promise<OwedFactor | null> {
  const found = await row<{ owed: OwedFactor | null }>(statement, {
    accountId: actor.accountId,
    roles: [...actor.roles],
    unitId: actor.unitId,
    day: today(now()),
  });
  return found?.owed ?? null;
}

const statement = `select ${owedFactorOf({
  account: "$accountId::uuid",
  roles: "$roles::text[]",
  unit: "$unitId::uuid",
  day: "$day::date",
})} as owed`;
