export const postRoles = [
  "chief",
  "secretary",
  "deputy",
  "under",
  "officer",
  "hand",
  "registrar",
  "registry",
  "private",
  "director",
  "commissioner",
  "collector",
  "tehsildar",
] as const;
/** What a post does in the channel of submission; `officer` is the Section Officer or Superintendent. */
export type PostRole = (typeof postRoles)[number];

/** A post before it is named. */
export interface PostSeat {
  readonly key: string;
  readonly unit: string;
  readonly designation: string;
  readonly role: PostRole;
  readonly reportsTo: string | null;
}

export const chiefSecretary = "GAD-CSO:CS";

/** A post by its unit and a designation, which may carry a number: `AG3-2` is the second of its kind. */
export function seat(at: SeatPlace, role: PostRole, reportsTo: string | null): PostSeat {
  const [unit, numbered] = at;
  const designation = numbered.split("-")[0] ?? numbered;
  return { key: `${unit}:${numbered}`, unit, designation, role, reportsTo };
}

/** The unit's code, and the designation's with its number. */
type SeatPlace = readonly [string, string];
