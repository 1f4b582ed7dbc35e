import {
  change,
  conflict,
  execute,
  notFound,
  now,
  record,
  row,
  rows,
  transaction,
  type Actor,
} from "../../base/index.ts";
import { everyNetwork, networkPolicy } from "../policy.ts";

/** Takes over what is clear of a list; what is not waits in the queue for somebody to decide. */
export function commitList(actor: Actor, listId: string): Promise<{ readonly taken: number }> {
  return transaction(async () => {
    await lockStaged(actor, listId);
    const taken = await rows<{ id: string }>(takeOver, { listId, at: now() });
    await execute(markOvertaken, { listId });
    await change("vpn_lists", { id: listId }, { state: "committed", committedAt: now() });
    await record(actor, "vpn.list-committed", {
      subject: { type: "vpn-list", id: listId },
      detail: { taken: taken.length },
    });
    return { taken: taken.length };
  });
}

/** Lays a list aside; nothing of it was taken over. */
export function discardList(actor: Actor, listId: string): Promise<void> {
  return transaction(async () => {
    await lockStaged(actor, listId);
    await change("vpn_lists", { id: listId }, { state: "discarded" });
    await record(actor, "vpn.list-discarded", { subject: { type: "vpn-list", id: listId } });
  });
}

async function lockStaged(actor: Actor, listId: string): Promise<void> {
  networkPolicy.authorize(actor, "administer", everyNetwork);
  await execute("select pg_advisory_xact_lock(hashtext('networks.vpn'))::text");
  const list = await row<{ state: string }>(
    "select state from vpn_lists where id = $listId for update",
    { listId },
  );
  if (!list) {
    throw notFound();
  }
  if (list.state !== "staged") {
    throw conflict("This list is not waiting any more.");
  }
}

/** Whatever came between reading and taking over wins: an account is never moved to another person. */
const takeOver = `
  insert into vpn_accounts as v (id, vpn_id, employee_id, unit_id, issued_on, expires_on, state,
    matched_by, updated_at)
  select gen_random_uuid(), vpn_id, employee_id, unit_id, issued_on, expires_on, state, matched_by, $at
  from vpn_list_rows where list_id = $listId and verdict in ('new', 'changed')
  on conflict (lower(vpn_id)) do update set unit_id = coalesce(excluded.unit_id, v.unit_id),
    issued_on = excluded.issued_on, expires_on = excluded.expires_on, state = excluded.state,
    updated_at = excluded.updated_at
    where v.employee_id = excluded.employee_id
  returning id`;

const markOvertaken = `
  update vpn_list_rows r set verdict = 'conflict',
    mistakes = '["This VPN is recorded for somebody else."]'
  from vpn_accounts v
  where r.list_id = $listId and r.verdict in ('new', 'changed')
    and lower(v.vpn_id) = lower(r.vpn_id) and v.employee_id <> r.employee_id`;
