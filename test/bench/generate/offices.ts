import type { Step } from "./step.ts";

/**
 * The state, 48 departments with four sections each, and 1,056 posts, every one held: five in a section
 * (section officer, two dealing hands, registry, assistant), a secretary and an under secretary above.
 * `bench.posts` tells a post by its number, `bench.id` makes ids that sort by time as the product's do.
 */
export const offices: readonly Step[] = [
  {
    what: "names of things",
    sql: `
      create schema bench;
      grant usage on schema bench to secretariat_app;
      alter default privileges in schema bench grant select on tables to secretariat_app;
      create function bench.id(kind integer, n bigint, at timestamptz default '2020-01-01') returns uuid
        language sql stable parallel safe return (lpad(to_hex((date_part('epoch', at) * 1000)::bigint), 12, '0')
          || '7' || lpad(to_hex(kind), 3, '0') || '8' || lpad(to_hex(n), 15, '0'))::uuid;
      create function bench.hand(section bigint) returns bigint language sql immutable return 5 * section - 3;
      create function bench.head(section bigint) returns bigint language sql immutable return 5 * section - 4;
      create function bench.registry(section bigint) returns bigint language sql immutable
        return 5 * section - 1;
      create function bench.secretary(section bigint) returns bigint language sql immutable
        return 960 + (section + 3) / 4;
      create function bench.under_secretary(section bigint) returns bigint language sql immutable
        return 1008 + (section + 3) / 4;
      create function bench.busy() returns bigint language sql immutable return 1021`,
  },
  {
    what: "units",
    sql: `
      insert into units (id, kind, code, name_en, name_hi, ancestor_ids, number)
      values (bench.id(1, 1), 'state', 'CG', 'Government of Chhattisgarh', 'छत्तीसगढ़ शासन',
        array[bench.id(1, 1)], '1');
      insert into units (id, kind, code, name_en, name_hi, parent_id, ancestor_ids, number)
      select bench.id(1, 1000 + d), 'department', 'D' || d, 'Department of Revenue ' || d,
        'राजस्व एवं आपदा प्रबंधन विभाग ' || d, bench.id(1, 1),
        array[bench.id(1, 1), bench.id(1, 1000 + d)], d::text
      from generate_series(1, 48) d;
      insert into units (id, kind, code, name_en, name_hi, parent_id, ancestor_ids, number)
      select bench.id(1, 2000 + s), 'section', 'S' || s, 'Land Acquisition Section ' || s,
        'भू-अर्जन अनुभाग ' || s, bench.id(1, 1000 + (s + 3) / 4),
        array[bench.id(1, 1), bench.id(1, 1000 + (s + 3) / 4), bench.id(1, 2000 + s)], s::text
      from generate_series(1, 192) s`,
  },
  {
    what: "posts",
    sql: `
      insert into designations (id, code, name_en, name_hi, rank)
      select bench.id(2, n), 'DG' || n, name_en, name_hi, n * 10
      from (values (1, 'Secretary', 'सचिव'), (2, 'Under Secretary', 'अवर सचिव'),
        (3, 'Section Officer', 'अनुभाग अधिकारी'), (4, 'Assistant', 'सहायक ग्रेड-2')) as d (n, name_en, name_hi);
      create table bench.posts as
      select n, bench.id(3, n) as post_id, bench.id(4, n) as employee_id, bench.id(6, n) as account_id,
        case when n <= 960 then bench.id(1, 2000 + (n + 4) / 5) else bench.id(1, 1000 + (n - 961) % 48 + 1) end
          as unit_id,
        case when n > 1008 then 2 when n > 960 then 1 when n % 5 = 1 then 3 else 4 end as designation,
        case when n > 1008 then n - 48 when n > 960 then null
          when n % 5 = 1 then bench.under_secretary((n + 4) / 5) else n - (n - 1) % 5 end as reports_to
      from generate_series(1, 1056) n;
      alter table bench.posts add primary key (n);
      insert into posts (id, unit_id, designation_id, code, name_en, name_hi, marking, reports_to_id)
      select p.post_id, p.unit_id, d.id, 'P' || p.n, d.name_en || ' ' || p.n, d.name_hi || ' ' || p.n,
        d.code || '-' || p.n, bench.id(3, p.reports_to)
      from bench.posts p join designations d on d.id = bench.id(2, p.designation)`,
  },
  {
    what: "people, their charges, accounts and rights",
    sql: `
      insert into employees (id, code, salutation, name_en, name_hi, gender, joined_on, email)
      select employee_id, 'E' || n, 'Shri',
        (array['Ramesh Sahu', 'Anita Verma', 'Suresh Kumar Dewangan', 'Meena Netam', 'Rajkumari Sinha'])[1 + n % 5],
        (array['रमेश साहू', 'अनीता वर्मा', 'सुरेश कुमार देवांगन', 'मीना नेताम', 'राजकुमारी सिन्हा'])[1 + n % 5],
        'male', '2005-07-01', 'e' || n || '@bench.example'
      from bench.posts;
      insert into charges (id, post_id, employee_id, kind, from_on)
      select bench.id(5, n), post_id, employee_id, 'substantive', '2020-01-01' from bench.posts;
      insert into accounts (id, employee_id, login, must_change, acting_post_id)
      select account_id, employee_id, 'e' || n, false, post_id from bench.posts;
      insert into role_grants (id, post_id, role, from_on)
      select bench.id(7, n), post_id, case
          when n > 1008 then 'officer' when n > 960 then 'secretary' when n % 5 = 1 then 'section-officer'
          when n % 5 = 4 then 'registry' else 'dealing-hand' end, '2020-01-01'
      from bench.posts`,
  },
];
