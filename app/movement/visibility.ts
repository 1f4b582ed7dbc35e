/**
 * INVARIANT: every list, search, count and page of items filters through this one condition.
 *
 * A post may see an item that it holds, created, ever received or sent, or was marked a copy of; that belongs
 * to a unit it covers, unless it is confidential; or that lies inside another item it may see.
 * The statement must bind `$viewerPost` and `$viewerUnits` (see `viewer`).
 */
export function visibleTo(alias: string): string {
  return `(${direct(alias)} or (${alias}.parent_id is not null and exists (
    select from items parent where parent.id = ${alias}.parent_id and ${direct("parent")})))`;
}

function direct(alias: string): string {
  return `(${alias}.holder_post_id = $viewerPost::uuid
    or ${alias}.created_by_post_id = $viewerPost::uuid
    or exists (select from movements seen where seen.item_id = ${alias}.id
      and (seen.to_post_id = $viewerPost::uuid or seen.from_post_id = $viewerPost::uuid))
    or exists (select from item_copies copy where copy.item_id = ${alias}.id
      and copy.post_id = $viewerPost::uuid)
    or (${alias}.classification = 'normal' and exists (select from units covered
      where covered.id = ${alias}.unit_id and covered.ancestor_ids && $viewerUnits::uuid[])))`;
}
