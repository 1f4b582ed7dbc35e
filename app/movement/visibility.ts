/**
 * INVARIANTS
 * 1. Every list, search, count and page of items filters through `visibleTo`, made of the reasons below.
 * 2. `why-visible.ts` explains by the same reasons: an item is visible if and only if one of them holds.
 * 3. Covering a unit never opens what is confidential, nor what is confidential inside a file that is not.
 */

/** Who looks, as two SQL expressions: the post, and the units whose work it covers. */
export interface Onlooker {
  readonly post: string;
  readonly units: string;
}

/** One fact that opens an item. */
export interface Reason {
  readonly name: "holds" | "made" | "passed" | "copied" | "covers";
  /** The fact about the item of this alias, as SQL. */
  readonly holds: (alias: string, onlooker: Onlooker) => string;
}

export const reasons: readonly Reason[] = [
  { name: "holds", holds: (alias, { post }) => `${alias}.holder_post_id = ${post}` },
  { name: "made", holds: (alias, { post }) => `${alias}.created_by_post_id = ${post}` },
  {
    name: "passed",
    holds: (alias, { post }) => `exists (select from movements seen where seen.item_id = ${alias}.id
      and (seen.to_post_id = ${post} or seen.from_post_id = ${post}))`,
  },
  {
    name: "copied",
    holds: (
      alias,
      { post },
    ) => `exists (select from item_copies copy where copy.item_id = ${alias}.id
      and copy.post_id = ${post})`,
  },
  {
    name: "covers",
    holds: (
      alias,
      { units },
    ) => `(${alias}.classification = 'normal' and exists (select from units covered
      where covered.id = ${alias}.unit_id and covered.ancestor_ids && ${units}))`,
  },
];

/** The reader of the request: the statement must bind `$viewerPost` and `$viewerUnits` (see `viewer`). */
export const reader: Onlooker = { post: "$viewerPost::uuid", units: "$viewerUnits::uuid[]" };

/** The condition by which an item is visible: a reason of its own, or one of the file in which it lies. */
export function visibleTo(alias: string, onlooker: Onlooker = reader): string {
  const own = reasons.map(({ holds }) => holds(alias, onlooker));
  const through = reasons.map((reason) =>
    opensInside(reason, { alias, parent: "parent" }, onlooker),
  );
  return `(${own.join("\n    or ")} or (${alias}.parent_id is not null and exists (
    select from items parent where parent.id = ${alias}.parent_id and (${through.join("\n    or ")}))))`;
}

/** Whether a reason to see the file opens what lies inside it. */
export function opensInside(
  reason: Reason,
  { alias, parent }: { readonly alias: string; readonly parent: string },
  onlooker: Onlooker,
): string {
  const holds = reason.holds(parent, onlooker);
  return reason.name === "covers" ? `(${alias}.classification = 'normal' and ${holds})` : holds;
}
