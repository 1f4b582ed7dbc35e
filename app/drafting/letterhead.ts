import { rows, type BilingualName } from "../base/index.ts";
import { findParameter } from "./find-parameter.ts";
import type { Letterhead } from "./letter/index.ts";

interface UnitAbove extends BilingualName {
  readonly kind: string;
  readonly addressEn: string;
  readonly addressHi: string;
}

/** The letterhead of a unit, from the tree of units; the parameter `drafting.letterhead` may put other words. */
export async function letterheadOf(unitId: string): Promise<Letterhead> {
  const above = await unitsAbove(unitId);
  const nearest = (fits: (unit: UnitAbove) => boolean) => above.find(fits);
  const state = nearest(({ kind }) => kind === "state") ?? government;
  const department = nearest(({ kind }) => kind === "department") ?? nameless;
  const office = nearest(isOffice) ?? mantralaya;
  const place = nearest(hasAddress) ?? nameless;
  return {
    governmentHi: state.nameHi,
    governmentEn: state.nameEn.toUpperCase(),
    departmentHi: department.nameHi,
    departmentEn: department.nameEn,
    officeHi: office.nameHi,
    officeEn: office.nameEn,
    addressHi: place.addressHi,
    addressEn: place.addressEn,
    ...(await findParameter<Partial<Letterhead>>("drafting.letterhead", unitId)),
  };
}

// A department sits in the Mantralaya; every other office is named itself.
const mantralaya: BilingualName = { nameEn: ":: MANTRALAYA ::", nameHi: ":: मंत्रालय ::" };
const government: BilingualName = {
  nameEn: "Government of Chhattisgarh",
  nameHi: "छत्तीसगढ़ शासन",
};
const nameless = { nameEn: "", nameHi: "", addressEn: "", addressHi: "" };

const isOffice = ({ kind }: UnitAbove): boolean =>
  kind !== "section" && kind !== "state" && kind !== "department";
const hasAddress = ({ addressEn, addressHi }: UnitAbove): boolean =>
  addressEn !== "" || addressHi !== "";

/** The unit itself first, the state last. */
function unitsAbove(unitId: string): Promise<UnitAbove[]> {
  return rows<UnitAbove>(
    `select above.kind, above.name_en as "nameEn", above.name_hi as "nameHi",
       above.address_en as "addressEn", above.address_hi as "addressHi"
     from units u join units above on above.id = any(u.ancestor_ids)
     where u.id = $unitId order by array_position(u.ancestor_ids, above.id) desc`,
    { unitId },
  );
}
