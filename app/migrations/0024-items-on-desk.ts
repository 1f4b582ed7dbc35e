interface Migration {
  readonly query: (sql: string) => Promise<unknown>;
}

/**
 * How much lies on a desk is told beside every desk one may send to, and decides whether a post may be closed;
 * which items they are stays behind their policies.
 */
export async function up({ query }: Migration): Promise<void> {
  await query(`
    create function items_on_desk(post uuid) returns bigint language plpgsql stable parallel safe
      security definer set search_path = public, pg_temp as $$
    begin
      return case when is_somebody() then (select count(*) from items i where i.holder_post_id = post
        and i.state in ('created', 'moving', 'parked')) end;
    end $$;
    comment on function items_on_desk is 'how many open items lie on the desk of a post, to everybody who holds one';

    revoke execute on function items_on_desk from public;
    grant execute on function items_on_desk to secretariat_app;
  `);
}
