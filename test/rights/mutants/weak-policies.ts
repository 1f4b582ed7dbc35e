import { accessPolicy } from "../../../app/access/policy.ts";
import { calendarPolicy } from "../../../app/calendar/policy.ts";
import { dispatchPolicy } from "../../../app/dispatch/policy.ts";
import { draftPolicy } from "../../../app/drafting/policy.ts";
import { itemPolicy } from "../../../app/movement/index.ts";
import { networkPolicy } from "../../../app/networks/policy.ts";
import { numberingPolicy } from "../../../app/numbering/policy.ts";
import { organisationPolicy } from "../../../app/organisation/policy.ts";
import { receiptPolicy } from "../../../app/receipts/policy.ts";
import { consult } from "./switchboard.ts";

type Rules = Record<string, (...given: never[]) => boolean>;

/** Every policy of the product. */
const policies: Readonly<Record<string, { readonly rules: object }>> = {
  accessPolicy,
  calendarPolicy,
  dispatchPolicy,
  draftPolicy,
  itemPolicy,
  networkPolicy,
  numberingPolicy,
  organisationPolicy,
  receiptPolicy,
};

/** Gives every rule a switch by which it says yes to everybody. */
export function switchPolicies(): readonly string[] {
  return Object.entries(policies).flatMap(([policy, { rules }]) => {
    const own = rules as Rules;
    return Object.entries(own).map(([action, rule]) => {
      const name = `${policy}.${action}`;
      own[action] = (...given) => consult(name) || rule(...given);
      return name;
    });
  });
}
