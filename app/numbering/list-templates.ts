import { rows, type BilingualName } from "../base/index.ts";
import { declaredSeries, type YearKind } from "./series.ts";

/** A template and whom it binds from which day; without a day it is the one supplied. */
export interface TemplateInForce {
  readonly purpose: string;
  readonly name: string;
  readonly template: string;
  readonly year: YearKind;
  readonly fromOn: string | null;
  readonly orderNumber: string | null;
  readonly unit: (BilingualName & { readonly code: string }) | null;
}

/** The templates of every series, those to come as well. */
export async function listTemplates(): Promise<TemplateInForce[]> {
  const set = await rows<Omit<TemplateInForce, "name">>(statement);
  return declaredSeries().flatMap(({ name, purpose, template, year }) => [
    ...set.filter((one) => one.purpose === purpose).map((one) => ({ ...one, name })),
    { purpose, name, template, year, fromOn: null, orderNumber: null, unit: null },
  ]);
}

const statement = `
  select substring(p.name from '^numbering\\.(.*)$') as purpose, p.value->>'template' as template,
    p.value->>'year' as year, p.from_on as "fromOn", p.order_number as "orderNumber",
    case when u.id is not null then
      json_build_object('nameEn', u.name_en, 'nameHi', u.name_hi, 'code', u.code) end as unit
  from parameters p left join units u on u.id = p.unit_id
  where p.name like 'numbering.%'
  order by p.name, u.code nulls first, p.from_on desc, p.created_at desc
  limit 500`;
