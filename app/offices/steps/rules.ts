import { isDeepStrictEqual } from "node:util";
import { now, row, today } from "../../base/index.ts";
import { setHolidays } from "../../calendar/index.ts";
import { setLetterhead } from "../../drafting/index.ts";
import { setTemplate } from "../../numbering/index.ts";
import type { OfficeDefinition } from "../definition.ts";
import { idOf, type Undertaking } from "../undertaking.ts";
import { unitIds } from "./units.ts";

/** What stands at the head of the office's letters. */
export async function bringLetterhead({ actor, office, tell }: Undertaking): Promise<void> {
  if (!office.letterhead) {
    return;
  }
  const lines = linesOf(office.letterhead);
  const unitId = idOf(await unitIds(), office.code, "code");
  const before = await ruleOf("drafting.letterhead", unitId);
  if (!isDeepStrictEqual(before, lines)) {
    await setLetterhead(actor, { unitId, lines, orderNumber: office.order });
    tell({ step: "letterhead", what: `set ${office.code}`, ...told(before, lines) });
  }
}

function linesOf(given: NonNullable<OfficeDefinition["letterhead"]>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(given).flatMap(([part, names]) =>
      names
        ? [
            [`${part}En`, names.en],
            [`${part}Hi`, names.hi],
          ]
        : [],
    ),
  );
}

/** How the numbers of the office are written from today on. */
export async function bringNumbers({ actor, office, tell }: Undertaking): Promise<void> {
  const unitId = idOf(await unitIds(), office.code, "code");
  for (const { series: purpose, template, year } of office.numbers) {
    const before = await ruleOf(`numbering.${purpose}`, unitId);
    if (!isDeepStrictEqual(before, { template, year })) {
      const fromOn = today(now());
      const orderNumber = office.order || undefined;
      await setTemplate(actor, {
        purpose,
        template,
        year,
        fromOn,
        orderNumber,
        unitCode: office.code,
      });
      tell({ step: "numbers", what: `set ${purpose}`, ...told(before, { template, year }) });
    }
  }
}

/** Holidays are of the whole state: an office may add days, and takes none away. */
export async function bringHolidays({ actor, office, tell }: Undertaking): Promise<void> {
  for (const { day, names } of office.holidays) {
    const standing = await row("select 1 as one from holidays where day = $day", { day });
    if (!standing) {
      const orderNumber = office.order;
      await setHolidays(actor, [{ day, nameEn: names.en, nameHi: names.hi, orderNumber }]);
      tell({ step: "holidays", what: `declare ${day}`, after: names.en });
    }
  }
}

/** A rule of this very unit as it stands today, not one inherited. */
export async function ruleOf(name: string, unitId: string): Promise<unknown> {
  const found = await row<{ value: unknown }>(
    `select value from parameters where name = $name and unit_id = $unitId and from_on <= $day
     order by from_on desc, created_at desc, id desc limit 1`,
    { name, unitId, day: today(now()) },
  );
  return found?.value;
}

function told(before: unknown, after: unknown): { before?: string; after: string } {
  return {
    ...(before === undefined ? {} : { before: JSON.stringify(before) }),
    after: JSON.stringify(after),
  };
}
