interface Migration {
  readonly query: (sql: string) => Promise<unknown>;
}

/** Shares are counted over what colleagues brought too, whose papers stay behind their policies. */
export async function up({ query }: Migration): Promise<void> {
  await query(`
    create function bytes_of_unit(unit uuid, since date) returns bigint language plpgsql stable parallel safe
      security definer set search_path = public, pg_temp as $$
    begin
      return case when is_task() or unit = acting_unit() then (select coalesce(sum(d.bytes), 0)::bigint
        from documents d join posts p on p.id = d.created_by_post_id
        where p.unit_id = unit and d.created_at >= since) end;
    end $$;
    comment on function bytes_of_unit is 'how much the acting unit has brought since a day';

    create function bytes_waiting_at(post uuid, besides uuid) returns bigint language plpgsql stable
      parallel safe security definer set search_path = public, pg_temp as $$
    begin
      return case when is_task() or post = acting_post() then (select coalesce(sum(u.bytes), 0)::bigint
        from uploads u where u.post_id = post and u.id <> besides and not exists (select from documents d
          where d.sha256 = u.sha256 and d.created_by_post_id = u.post_id)) end;
    end $$;
    comment on function bytes_waiting_at is 'how much the acting post has begun to bring, whoever held it';

    revoke execute on function bytes_of_unit, bytes_waiting_at from public;
    grant execute on function bytes_of_unit, bytes_waiting_at to secretariat_app;
  `);
}
