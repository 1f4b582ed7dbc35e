import { rows } from "../../base/index.ts";
import type { Permission } from "./permissions.ts";

/** One dated record of the matrix. */
export interface MatrixRecord {
  readonly id: string;
  readonly role: string;
  readonly permission: Permission;
  readonly fromOn: string;
  readonly untilOn: string | null;
  readonly orderNumber: string;
}

/** What the roles permit on a day. */
export function matrixOn(day: string): Promise<MatrixRecord[]> {
  return rows<MatrixRecord>(
    `${selectRecords} where from_on <= $day and (until_on is null or until_on >= $day)`,
    { day },
  );
}

/** What was changed since the product was delivered, or is going to change, the newest first. */
export function matrixChanges(): Promise<MatrixRecord[]> {
  return rows<MatrixRecord>(
    `${selectRecords} where set_by_id is not null or until_on is not null
     order by greatest(from_on, until_on) desc, id limit 200`,
  );
}

const selectRecords = `
  select id, role, permission, from_on as "fromOn", until_on as "untilOn", order_number as "orderNumber"
  from role_permissions`;
