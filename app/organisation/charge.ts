import {
  explainConstraint,
  notFound,
  row,
  rows,
  words,
  type BilingualName,
} from "../base/index.ts";

explainConstraint(
  "one_substantive_holder",
  words("Somebody else holds this post substantively at that time. End that charge first."),
);

/** The ways of holding a post. */
export const chargeKinds = {
  substantive: words("Substantive"),
  additional: words("Additional charge"),
  link: words("Link officer"),
} as const;

export type ChargeKind = keyof typeof chargeKinds;

export const chargeKindNames = Object.keys(chargeKinds) as readonly ChargeKind[];

export interface Charge {
  readonly id: string;
  readonly postId: string;
  readonly employeeId: string;
  readonly kind: ChargeKind;
  /** Both days are included; a charge without end lasts. */
  readonly fromOn: string;
  readonly untilOn: string | null;
  readonly orderNumber: string;
  readonly orderOn: string | null;
}

const selectCharges = `
  select id, post_id as "postId", employee_id as "employeeId", kind, from_on as "fromOn",
    until_on as "untilOn", order_number as "orderNumber", order_on as "orderOn"
  from charges`;

export async function findCharge(id: string): Promise<Charge> {
  const charge = await row<Charge>(`${selectCharges} where id = $id`, { id });
  if (!charge) {
    throw notFound();
  }
  return charge;
}

/** The charge of a post that a new holder takes over on a day: the substantive one, else the additional. */
export function outgoingCharge(postId: string, day: string): Promise<Charge | undefined> {
  return row<Charge>(
    `${selectCharges}
     where post_id = $postId and kind <> 'link' and from_on <= $day
       and (until_on is null or until_on >= $day)
     order by kind = 'substantive' desc, from_on limit 1`,
    { postId, day },
  );
}

export interface Overlap extends BilingualName {
  readonly employeeId: string;
  readonly kind: ChargeKind;
  readonly fromOn: string;
}

/** Charges of the post that share at least one day with this span. */
export function overlappingCharges(
  postId: string,
  fromOn: string,
  untilOn: string | null,
): Promise<Overlap[]> {
  return rows<Overlap>(
    `select c.employee_id as "employeeId", c.kind, c.from_on as "fromOn",
       e.name_en as "nameEn", e.name_hi as "nameHi"
     from charges c join employees e on e.id = c.employee_id
     where c.post_id = $postId
       and daterange(c.from_on, c.until_on, '[]') && daterange($fromOn::date, $untilOn::date, '[]')`,
    { postId, fromOn, untilOn },
  );
}
