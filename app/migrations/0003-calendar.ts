interface Migration {
  readonly query: (sql: string) => Promise<unknown>;
}

/** Working days are counted by subtraction of ordinals, so that no list ever walks a calendar. */
export async function up({ query }: Migration): Promise<void> {
  await query(`
    create table holidays (
      day date primary key,
      name_en text not null,
      name_hi text not null,
      order_number text not null default ''
    );
    create table calendar_days (
      day date primary key,
      is_working boolean not null,
      working_ordinal integer not null
    );
    comment on column calendar_days.working_ordinal is 'working days up to and including this day';
    grant update, delete on holidays, calendar_days to secretariat_app;

    create procedure number_working_days() language sql as $$
      insert into calendar_days (day, is_working, working_ordinal)
      select day, is_working, count(*) filter (where is_working) over (order by day)
      from (
        select day::date as day,
          extract(isodow from day) < 6 and not exists (select from holidays h where h.day = series.day::date)
            as is_working
        from generate_series('2015-01-01'::date, '2045-12-31'::date, interval '1 day') as series (day)
      ) as days
      on conflict (day) do update
        set is_working = excluded.is_working, working_ordinal = excluded.working_ordinal
    $$;
    call number_working_days();

    create function office_day(moment timestamptz) returns date language sql immutable parallel safe
      return (moment at time zone 'Asia/Kolkata')::date;

    create function working_days(from_moment timestamptz, to_moment timestamptz) returns integer
      language sql stable parallel safe
      return (select working_ordinal from calendar_days where day = office_day(to_moment))
        - (select working_ordinal from calendar_days where day = office_day(from_moment));
  `);
}
