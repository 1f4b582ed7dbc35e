import { change, record, transaction, type Actor } from "../base/index.ts";
import { organisationPolicy, wholeOffice } from "./policy.ts";
import { lockOpenUnit } from "./unit.ts";

export interface UnitNames {
  readonly nameEn: string;
  readonly nameHi: string;
  readonly number?: string | undefined;
  readonly addressEn?: string | undefined;
  readonly addressHi?: string | undefined;
}

/** Gives a unit other names, number or address. Letters already issued keep theirs. */
export function renameUnit(actor: Actor, unitId: string, given: UnitNames): Promise<void> {
  return transaction(async () => {
    organisationPolicy.authorize(actor, "administer", wholeOffice);
    const { nameEn, nameHi } = await lockOpenUnit(unitId);
    await change(
      "units",
      { id: unitId },
      {
        nameEn: given.nameEn,
        nameHi: given.nameHi,
        number: given.number ?? null,
        addressEn: given.addressEn ?? "",
        addressHi: given.addressHi ?? "",
      },
    );
    await record(actor, "organisation.unit-renamed", {
      subject: { type: "unit", id: unitId },
      detail: { before: { nameEn, nameHi }, after: given },
    });
  });
}
