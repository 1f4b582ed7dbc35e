/**
 * INVARIANT: birth, mobile and service particulars stand in the database sealed for their own row. A mobile number
 * is found again by its blind index alone.
 */
import { blindIndex, defineSealedColumn, openColumn, sealColumn } from "../base/index.ts";

export interface PrivateParticulars {
  readonly bornOn: string;
  readonly mobile: string;
  readonly details: Readonly<Record<string, string>>;
}

/** As the columns of `employees` hold them; null where nothing is known. */
export type SealedParticulars = Readonly<Record<keyof PrivateParticulars, string | null>>;

const places = {
  bornOn: "employees.born_on",
  mobile: "employees.mobile",
  details: "employees.details",
} as const;

for (const place of Object.values(places)) {
  defineSealedColumn(place);
}

/** Birth and mobile as the table keeps them, with the index the mobile is found by. */
export function sealContact(
  id: string,
  { bornOn, mobile }: Pick<PrivateParticulars, "bornOn" | "mobile">,
) {
  return {
    bornOn: sealOne(places.bornOn, id, bornOn),
    mobile: sealOne(places.mobile, id, mobile),
    mobileIndex: mobile === "" ? null : mobileIndex(mobile),
  };
}

export function sealDetails(id: string, details: PrivateParticulars["details"]): string | null {
  const text = Object.keys(details).length === 0 ? "" : JSON.stringify(details);
  return sealOne(places.details, id, text);
}

export function openParticulars(id: string, sealed: SealedParticulars): PrivateParticulars {
  const details = openOne(places.details, id, sealed.details);
  return {
    bornOn: openOne(places.bornOn, id, sealed.bornOn),
    mobile: openOne(places.mobile, id, sealed.mobile),
    details: details === "" ? {} : (JSON.parse(details) as Record<string, string>),
  };
}

export function mobileIndex(mobile: string): string {
  return blindIndex(places.mobile, mobile);
}

function sealOne(place: string, id: string, text: string): string | null {
  return text === "" ? null : sealColumn(place, id, text);
}

function openOne(place: string, id: string, sealed: string | null): string {
  return sealed === null ? "" : openColumn(place, id, sealed);
}
