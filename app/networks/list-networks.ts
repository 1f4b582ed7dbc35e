import { now, rows, today, type BilingualName } from "../base/index.ts";

/** How a dated record stands today. */
export type Phase = "coming" | "present" | "over";

export interface RangeLine {
  readonly id: string;
  readonly range: string;
  readonly label: string;
  readonly office: BilingualName | null;
  readonly fromOn: string;
  readonly untilOn: string | null;
  readonly orderNumber: string;
  readonly phase: Phase;
}

/** Every range that was ever entered, what holds today first. */
export function listRanges(): Promise<RangeLine[]> {
  return rows<RangeLine>(
    `select r.id, text(r.range) as range, r.label, ${nameOfUnit} as office, ${dates("r")}
     from network_ranges r left join units u on u.id = r.unit_id
     order by phase desc, r.range limit 5000`,
    { day: today(now()) },
  );
}

export interface RuleLine {
  readonly id: string;
  readonly role: string | null;
  readonly office: BilingualName | null;
  readonly range: string;
  readonly label: string;
  readonly fromOn: string;
  readonly untilOn: string | null;
  readonly orderNumber: string;
  readonly phase: Phase;
}

export function listRules(): Promise<RuleLine[]> {
  return rows<RuleLine>(
    `select l.id, l.role, ${nameOfUnit} as office, text(r.range) as range, r.label, ${dates("l")}
     from network_rules l join network_ranges r on r.id = l.range_id
     left join units u on u.id = l.unit_id order by phase desc, l.role, r.range limit 1000`,
    { day: today(now()) },
  );
}

export interface RefusalLine {
  readonly address: string;
  readonly attempts: number;
  readonly firstAt: Date;
  readonly lastAt: Date;
}

/** Who knocked at the closed door, the last first; one line for an address and hour. */
export function listRefusals(): Promise<RefusalLine[]> {
  return rows<RefusalLine>(
    `select address, attempts, first_at as "firstAt", last_at as "lastAt"
     from network_refusals order by last_at desc, address limit 200`,
  );
}

const nameOfUnit = `case when u.id is not null then
  json_build_object('nameEn', u.name_en, 'nameHi', u.name_hi) end`;

const dates = (alias: string): string => `
  ${alias}.from_on as "fromOn", ${alias}.until_on as "untilOn", ${alias}.order_number as "orderNumber",
  case when ${alias}.from_on > $day then 'coming'
    when ${alias}.until_on < $day then 'over' else 'present' end as phase`;
