import {
  conflict,
  execute,
  invalid,
  notFound,
  now,
  record,
  row,
  transaction,
  type Actor,
} from "../../base/index.ts";
import { everyNetwork, networkPolicy } from "../policy.ts";

export interface Settlement {
  readonly listId: string;
  readonly rowNumber: number;
  /** Whose VPN it is; absent where the row is left out. */
  readonly employeeCode?: string | undefined;
}

interface WaitingRow {
  readonly verdict: string;
  readonly vpnId: string;
  readonly settledAt: Date | null;
  readonly listState: string;
}

/** Decides a row that nobody but a person can decide: names the officer, or leaves the row out. */
export function settleRow(actor: Actor, given: Settlement): Promise<void> {
  return transaction(async () => {
    networkPolicy.authorize(actor, "administer", everyNetwork);
    const { listId, rowNumber, employeeCode } = given;
    refuseUnlessWaiting(await lockRow(given));
    const employeeId = employeeCode === undefined ? null : await personOf(employeeCode);
    if (employeeId !== null) {
      await execute(giveAccount, { listId, rowNumber, employeeId, at: now() });
    }
    await execute(
      `update vpn_list_rows set settled_at = $at, settled_by_id = $by, employee_id = $employeeId
       where list_id = $listId and row_number = $rowNumber`,
      { listId, rowNumber, employeeId, at: now(), by: actor.employeeId },
    );
    await record(actor, employeeId === null ? "vpn.row-left-out" : "vpn.row-settled", {
      subject: { type: "vpn-list", id: listId },
      detail: { rowNumber, employeeId },
    });
  });
}

function lockRow({ listId, rowNumber }: Settlement): Promise<WaitingRow | undefined> {
  return row<WaitingRow>(
    `select r.verdict, r.vpn_id as "vpnId", r.settled_at as "settledAt", l.state as "listState"
     from vpn_list_rows r join vpn_lists l on l.id = r.list_id
     where r.list_id = $listId and r.row_number = $rowNumber for update of r`,
    { listId, rowNumber },
  );
}

function refuseUnlessWaiting(found: WaitingRow | undefined): void {
  if (!found) {
    throw notFound();
  }
  if (found.listState !== "committed") {
    throw conflict("Take the list over first; then decide what is left.");
  }
  if (found.settledAt || !["unmatched", "conflict"].includes(found.verdict)) {
    throw conflict("This row needs no decision.");
  }
}

async function personOf(code: string): Promise<string> {
  const found = await row<{ id: string }>(
    "select id from employees where lower(code) = lower($code)",
    { code },
  );
  if (!found) {
    throw invalid("employeeCode", "Nobody has the employee code {code}.", { code });
  }
  return found.id;
}

/** By hand a VPN may also pass from one person to another; the record says who decided it. */
const giveAccount = `
  insert into vpn_accounts (id, vpn_id, employee_id, unit_id, issued_on, expires_on, state, matched_by,
    updated_at)
  select gen_random_uuid(), vpn_id, $employeeId::uuid, unit_id, issued_on, expires_on, state, 'hand', $at
  from vpn_list_rows where list_id = $listId and row_number = $rowNumber
  on conflict (lower(vpn_id)) do update set employee_id = excluded.employee_id,
    unit_id = excluded.unit_id, issued_on = excluded.issued_on, expires_on = excluded.expires_on,
    state = excluded.state, matched_by = 'hand', updated_at = excluded.updated_at`;
