/** What the registry of an office and the outward registers may see of letters: purpose `outward`. */
export const office = `
  create function office_of(unit uuid) returns uuid language plpgsql stable parallel safe as $$
  begin
    return coalesce((select above.id from units u join units above on above.id = any(u.ancestor_ids)
      where u.id = unit and above.kind <> 'section'
      order by array_position(u.ancestor_ids, above.id) desc limit 1), unit);
  end $$;

  create function keeps_registry_of(unit uuid) returns boolean language plpgsql stable parallel safe as $$
  begin
    return coalesce(is_permitted('dispatch'), false) and exists (select from units issuing
      where issuing.id = unit and office_of(acting_unit()) = any(issuing.ancestor_ids));
  end $$;
  comment on function keeps_registry_of is 'whether the acting post keeps the registry of the office of a unit';

  create function keeps_register_of(unit uuid) returns boolean language plpgsql stable parallel safe as $$
  begin
    return exists (select from units sending where sending.id = unit and sending.ancestor_ids && case
      when is_permitted('dispatch') then array[office_of(acting_unit()), acting_unit()]
      else acting_unit() || coalesce(covered_units(), '{}') end);
  end $$;
  comment on function keeps_register_of is 'whether the outward register of a unit is the acting post''s to read';

  create function letter_is_in_register(letter uuid) returns boolean language plpgsql stable parallel safe
    security definer set search_path = public, pg_temp as $$
  begin
    return exists (select from dispatches s where s.letter_id = letter
      and ((s.outward_serial is not null and keeps_register_of(s.outward_unit_id))
        or (s.via = 'registry' and keeps_registry_of(s.unit_id))));
  end $$;
  comment on function letter_is_in_register is 'whether a dispatch of the letter stands in a register or queue of the acting post';

  create function item_is_in_register(item uuid) returns boolean language plpgsql stable parallel safe
    security definer set search_path = public, pg_temp as $$
  begin
    return exists (select from letters l where l.item_id = item and letter_is_in_register(l.id));
  end $$;
  comment on function item_is_in_register is 'whether a letter of the item stands in a register or queue of the acting post';

  create function item_is_shown_for_purpose(item uuid) returns boolean language plpgsql stable
    parallel safe security definer set search_path = public, pg_temp as $$
  begin
    return (acts_for_purpose('administer') and acts_with_role('administrator'))
      or (acts_for_purpose('outward') and item_is_in_register(item))
      or ((acts_for_purpose('senders') or acts_for_purpose('duplicates'))
        and exists (select from items i where i.id = item and i.kind = 'receipt'
          and i.unit_id = acting_unit() and i.classification = 'normal'));
  end $$;
  comment on function item_is_shown_for_purpose is 'whether the purpose of a request shows it an item';

  create function document_is_in_registry(document uuid) returns boolean language plpgsql stable
    parallel safe security definer set search_path = public, pg_temp as $$
  begin
    return exists (select from letters l join items i on i.id = l.item_id and i.classification = 'normal'
      join dispatches s on s.letter_id = l.id and s.via = 'registry'
      where l.document_id = document and keeps_registry_of(s.unit_id));
  end $$;
  comment on function document_is_in_registry is 'whether a document is a letter, not confidential, left to the acting post''s registry';
`;

/** What is asked of an item that is not the row itself: two questions in one, since each costs its own asking. */
export const open = `
  create function item_is_open(item uuid) returns boolean language plpgsql stable cost 4000 as $$
  begin
    return item_is_in_sight(item)
      or (acting_purpose() is not null and item_is_shown_for_purpose(item));
  end $$;
  comment on function item_is_open is 'whether the acting post may see an item, or its purpose shows it';
`;

/** Single facts that somebody needs of rows he may not see. */
export const narrowDoors = `
  create function number_of_item(item uuid) returns text language plpgsql stable parallel safe
    security definer set search_path = public, pg_temp as $$
  begin
    return (select i.number from items i where i.id = item
      and (is_task() or acts_with_role('auditor') or item_is_in_sight(i.id)));
  end $$;
  comment on function number_of_item is 'the number of an item, for the reading room of the record, which shows nothing else of it';

  create function has_acted_since(employee uuid, post uuid, since timestamptz) returns boolean
    language plpgsql stable parallel safe security definer set search_path = public, pg_temp as $$
  begin
    return (is_task() or acts_with_role('administrator')) and exists (select from events e
      where e.employee_id = employee and e.post_id = post and e.at > since);
  end $$;
  comment on function has_acted_since is 'whether a person did anything as a post, before an import is undone';

  revoke execute on function item_is_in_sight, item_is_held, letter_is_in_register, item_is_in_register, item_is_shown_for_purpose,
    document_is_in_registry, number_of_item, has_acted_since from public;
  grant execute on function item_is_in_sight, item_is_held, letter_is_in_register, item_is_in_register, item_is_shown_for_purpose,
    document_is_in_registry, number_of_item, has_acted_since to secretariat_app;
`;
