/**
 * The reasons of `app/movement/visibility.ts`, word for word (a test compares). A function of the owner, since
 * a policy of items cannot ask for movements whose policy asks for items.
 */
export const sight = `
  create function item_is_in_sight(item uuid) returns boolean language plpgsql stable parallel safe
    security definer set search_path = public, pg_temp as $$
  begin
    return exists (select from items i where i.id = item and (i.holder_post_id = acting_post()
    or i.created_by_post_id = acting_post()
    or exists (select from movements seen where seen.item_id = i.id
      and (seen.to_post_id = acting_post() or seen.from_post_id = acting_post()))
    or exists (select from item_copies copy where copy.item_id = i.id
      and copy.post_id = acting_post())
    or (i.classification = 'normal' and exists (select from units covered
      where covered.id = i.unit_id and covered.ancestor_ids && covered_units())) or (i.parent_id is not null and exists (
    select from items parent where parent.id = i.parent_id and (parent.holder_post_id = acting_post()
    or parent.created_by_post_id = acting_post()
    or exists (select from movements seen where seen.item_id = parent.id
      and (seen.to_post_id = acting_post() or seen.from_post_id = acting_post()))
    or exists (select from item_copies copy where copy.item_id = parent.id
      and copy.post_id = acting_post())
    or (i.classification = 'normal' and (parent.classification = 'normal' and exists (select from units covered
      where covered.id = parent.unit_id and covered.ancestor_ids && covered_units()))))))));
  end $$;
  comment on function item_is_in_sight is 'whether the acting post may see an item; says nothing else of it';

  create function item_is_held(item uuid) returns boolean language plpgsql stable parallel safe
    security definer set search_path = public, pg_temp as $$
  begin
    return exists (select from items i where i.id = item and i.holder_post_id = acting_post());
  end $$;
  comment on function item_is_held is 'whether an item lies on the desk of the acting post';
`;
