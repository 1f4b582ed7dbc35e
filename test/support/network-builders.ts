import type { NewRange } from "../../app/networks/index.ts";

export const closed = { closed: true, elsewhere: "allow", orderNumber: "GAD/1/2026" } as const;
export const open = { closed: false, elsewhere: "allow", orderNumber: "GAD/2/2026" } as const;

export function aRange(range: string, officeCode?: string): NewRange {
  return { range, label: `Range ${range}`, officeCode, fromOn: "2020-01-01", orderNumber: "GAD/1" };
}
