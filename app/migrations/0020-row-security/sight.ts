/**
 * The reasons of `app/movement/visibility.ts` (test/row-security holds the two against each other). A function of the
 * owner, since a policy of items cannot ask for movements whose policy asks for items; step by step, since most
 * answers come from the first and one statement of all of them costs ten times as much. What was found in sight is
 * remembered for the rest of the product's statement (which begins by forgetting it), with a "!" where a reason of its
 * own opens the item: through that, and through nothing longer, it opens what lies in it. What lies beside the first
 * of these is remembered with it, for a page of a file asks for all its papers.
 */
export const sight = `
  create function item_is_in_sight(item uuid) returns boolean language plpgsql stable cost 4000
    security definer set search_path = public, pg_temp as $$
  declare
    asking constant uuid := acting_post();
    covering constant uuid[] := covered_units();
    remembered constant text := current_setting('secretariat.sight', true);
    in_sight boolean;
    looked_at uuid := item;
    is_normal boolean := true;
    found record;
    together text;
  begin
    loop
      select i.holder_post_id, i.created_by_post_id, i.classification, i.unit_id, i.parent_id into found
        from items i where i.id = looked_at;
      exit when found.unit_id is null;
      is_normal := is_normal and found.classification = 'normal';
      if is_normal and looked_at = item and strpos(remembered, found.parent_id || '!') > 0 then
        select string_agg(beside.id::text, ',') into together from (select id from items
          where parent_id = found.parent_id and classification = 'normal' limit 90) as beside;
        perform set_config('secretariat.sight',
          right(concat(remembered, together, ',', item, ',', found.parent_id, '!'), 3700), true);
        return true;
      end if;
      in_sight := found.holder_post_id = asking or found.created_by_post_id = asking;
      if in_sight is not true then
        in_sight := exists (select from movements seen where seen.item_id = looked_at
          and (seen.to_post_id = asking or seen.from_post_id = asking));
      end if;
      if not in_sight and is_normal then
        in_sight := exists (select from units covered where covered.id = found.unit_id
          and covered.ancestor_ids && covering);
      end if;
      if not in_sight then
        in_sight := exists (select from item_copies copy where copy.item_id = looked_at
          and copy.post_id = asking);
      end if;
      if in_sight then
        perform set_config('secretariat.sight', concat(right(remembered, 3700), item,
          case when looked_at = item then '!' else ',' end), true);
        return true;
      end if;
      exit when looked_at <> item or found.parent_id is null;
      looked_at := found.parent_id;
    end loop;
    return false;
  end $$;
  comment on function item_is_in_sight is 'whether the acting post may see an item; says nothing else of it';

  create function item_is_held(item uuid) returns boolean language plpgsql stable parallel safe
    security definer set search_path = public, pg_temp as $$
  begin
    return exists (select from items i where i.id = item and i.holder_post_id = acting_post());
  end $$;
  comment on function item_is_held is 'whether an item lies on the desk of the acting post';
`;
