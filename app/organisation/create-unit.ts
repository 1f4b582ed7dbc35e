import { v7 as newId } from "uuid";
import { insert, invalid, record, row, transaction, type Actor } from "../base/index.ts";
import { organisationPolicy, wholeOffice } from "./policy.ts";
import { lockOpenUnit, type Unit, type UnitKind } from "./unit.ts";

export interface NewUnit {
  readonly kind: UnitKind;
  readonly code: string;
  readonly nameEn: string;
  readonly nameHi: string;
  /** Only the state stands below nothing. */
  readonly parentId?: string | undefined;
  readonly number?: string | undefined;
  readonly addressEn?: string | undefined;
  readonly addressHi?: string | undefined;
}

/** Sets up a unit below another. */
export function createUnit(actor: Actor, given: NewUnit): Promise<{ readonly id: string }> {
  return transaction(async () => {
    organisationPolicy.authorize(actor, "administer", wholeOffice);
    const parent = given.parentId ? await lockOpenUnit(given.parentId, "parentId") : undefined;
    if (!parent && given.kind !== "state") {
      throw invalid("parentId", "Say which unit it stands under.");
    }
    await refuseUsedCode(given.code);
    const id = newId();
    await insert("units", { ...columnsOf(given), id, ...placeOf(id, parent) });
    const { kind, code } = given;
    await record(actor, "organisation.unit-created", {
      subject: { type: "unit", id },
      detail: { kind, code, parentId: parent?.id ?? null },
    });
    return { id };
  });
}

function columnsOf({ kind, code, nameEn, nameHi, number, addressEn, addressHi }: NewUnit) {
  return {
    kind,
    code,
    nameEn,
    nameHi,
    number: number ?? null,
    addressEn: addressEn ?? "",
    addressHi: addressHi ?? "",
  };
}

function placeOf(id: string, parent: Unit | undefined) {
  return { parentId: parent?.id ?? null, ancestorIds: [...(parent?.ancestorIds ?? []), id] };
}

async function refuseUsedCode(code: string): Promise<void> {
  if (await row("select 1 as used from units where code = $code", { code })) {
    throw invalid("code", "Another unit has this code.");
  }
}
