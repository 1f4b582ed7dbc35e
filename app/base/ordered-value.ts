import { now } from "./clock.ts";
import { row } from "./database.ts";
import { today } from "./time.ts";

/** What was ordered under a name for the whole state, and by which order. */
export interface OrderInForce<Value> {
  readonly value: Value;
  readonly orderNumber: string | null;
  readonly orderOn: string | null;
}

export function orderInForce<Value>(name: string): Promise<OrderInForce<Value> | undefined> {
  return row<OrderInForce<Value>>(
    `select value, order_number as "orderNumber", order_on as "orderOn" from parameters
     where name = $name and unit_id is null and from_on <= $day
     order by from_on desc, created_at desc limit 1`,
    { name, day: today(now()) },
  );
}

/** What the administrators ordered under this name, if anything, as it stands today. */
export async function orderedValue<Value = unknown>(name: string): Promise<Value | undefined> {
  return (await orderInForce<Value>(name))?.value;
}

/** The same where a number is meant; what is no number from nought up was not ordered. */
export async function orderedNumber(name: string, usual: number): Promise<number> {
  const ordered = Number((await orderedValue(name)) ?? usual);
  return Number.isFinite(ordered) && ordered >= 0 ? ordered : usual;
}
