import { conflict, rows } from "../../base/index.ts";
import { addSubject, createUnit, renameUnit, type UnitKind } from "../../organisation/index.ts";
import type { OfficeDefinition } from "../definition.ts";
import { refuseForeignUnit } from "../own-units.ts";
import { idOf, type Undertaking } from "../undertaking.ts";

type Wanted = Omit<OfficeDefinition["units"][number], "parent"> & { readonly parent: string };

/** The office itself, then the units below it. */
export async function bringUnits(undertaking: Undertaking): Promise<void> {
  for (const wanted of wantedUnits(undertaking.office)) {
    if (wanted.code !== undertaking.office.code) {
      await refuseForeign(undertaking.office, wanted);
    }
    await bringUnit(undertaking, wanted);
    await bringSubjects(undertaking, wanted);
  }
}

export function wantedUnits(office: OfficeDefinition): readonly Wanted[] {
  const { code, kind, names, parent, number, address } = office;
  const below = office.units.map((unit) => ({ ...unit, parent: unit.parent ?? code }));
  return [{ code, kind, names, parent, number, address, subjects: [] }, ...below];
}

/** A unit stands below one of this very office, and is none of an office beneath it. */
async function refuseForeign(office: OfficeDefinition, { code, parent }: Wanted): Promise<void> {
  const ids = await unitIds();
  const officeId = idOf(ids, office.code, "code");
  for (const one of [parent, code]) {
    const id = ids.get(one.toLowerCase());
    if (id !== undefined) {
      await refuseForeignUnit(officeId, { id, code: one });
    }
  }
}

interface Standing {
  readonly id: string;
  readonly kind: UnitKind;
  readonly parentCode: string | null;
  readonly nameEn: string;
  readonly nameHi: string;
  readonly number: string | null;
  readonly addressEn: string;
  readonly addressHi: string;
}

async function bringUnit({ actor, tell }: Undertaking, wanted: Wanted): Promise<void> {
  const [standing] = await rows<Standing>(selectUnit, { code: wanted.code });
  const given = particularsOf(wanted);
  if (!standing) {
    const parentId = idOf(await unitIds(), wanted.parent, "parent");
    await createUnit(actor, { ...given, kind: wanted.kind, code: wanted.code, parentId });
    tell({ step: "units", what: `create ${wanted.kind} ${wanted.code}`, after: wanted.names.en });
    return;
  }
  refuseMoved(standing, wanted);
  const before = textOf(standing);
  const after = textOf({ ...standing, ...given });
  if (before !== after) {
    await renameUnit(actor, standing.id, { ...standingWords(standing), ...given });
    tell({ step: "units", what: `rename ${wanted.code}`, before, after });
  }
}

/** What the file does not say stays as it stands. */
function particularsOf({ names, number, address }: Wanted) {
  return {
    nameEn: names.en,
    nameHi: names.hi,
    ...(number === undefined ? {} : { number }),
    ...(address ? { addressEn: address.en, addressHi: address.hi } : {}),
  };
}

function standingWords({ number, addressEn, addressHi }: Standing) {
  return { number: number ?? undefined, addressEn, addressHi };
}

function textOf({ nameEn, nameHi, number, addressEn, addressHi }: Standing): string {
  return [nameEn, nameHi, number ?? "", addressEn, addressHi].join(" | ");
}

function refuseMoved(standing: Standing, wanted: Wanted): void {
  const isElsewhere = standing.parentCode?.toLowerCase() !== wanted.parent.toLowerCase();
  if (isElsewhere || standing.kind !== wanted.kind) {
    throw conflict("The code {code} belongs to another unit, or the unit stands elsewhere.", {
      code: wanted.code,
    });
  }
}

async function bringSubjects({ actor, tell }: Undertaking, wanted: Wanted): Promise<void> {
  const unitId = idOf(await unitIds(), wanted.code, "units");
  const standing = await rows<{ name: string }>(
    "select name_en as name from section_subjects where unit_id = $unitId",
    { unitId },
  );
  const known = new Set(standing.map(({ name }) => name));
  for (const { en, hi } of wanted.subjects.filter((subject) => !known.has(subject.en))) {
    await addSubject(actor, unitId, { nameEn: en, nameHi: hi });
    tell({ step: "units", what: `add subject to ${wanted.code}`, after: en });
  }
}

/** Every open unit by its code. */
export async function unitIds(): Promise<ReadonlyMap<string, string>> {
  const found = await rows<{ id: string; code: string }>(
    "select id, lower(code) as code from units where closed_on is null",
  );
  return new Map(found.map(({ id, code }) => [code, id]));
}

const selectUnit = `
  select u.id, u.kind, p.code as "parentCode", u.name_en as "nameEn", u.name_hi as "nameHi", u.number,
    u.address_en as "addressEn", u.address_hi as "addressHi"
  from units u left join units p on p.id = u.parent_id
  where lower(u.code) = lower($code) and u.closed_on is null`;
