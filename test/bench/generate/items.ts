import type { Size } from "../size.ts";
import { busyInbox, filesOfWriter, writers } from "./office-size.ts";
import type { Step } from "./step.ts";

/**
 * `bench.files` is the plan of every file: when it was opened, by which section, where it lies. Every
 * so many files one is set aside: for the desks of those who write, then for the busy desk, the last of
 * them being the long file. Twice as many letters came, most of them lying in a file by now.
 */
export function items({ files }: Size): readonly Step[] {
  const forWriters = writers * filesOfWriter;
  const setAside = forWriters + busyInbox;
  const every = Math.floor(files / setAside);
  return [
    {
      what: "the plan of files and letters",
      sql: `
        create table bench.files as
        select n, at, bench.id(8, n, at) as id, section, kept,
          case when kept is null then (array['closed', 'closed', 'parked', 'created'])[1 + n % 20] end as rest,
          case when kept <= ${forWriters} then bench.hand(section) when kept <= ${setAside} then bench.busy()
            else 1 + (n * 31) % 1020 end as holder
        from (
          select n, at, kept, case when kept <= ${forWriters} then 1 + (kept - 1) / ${filesOfWriter}
            else 1 + (n * 7919) % 192 end as section
          from (select n, now() - interval '700 days' + n * interval '660 days' / ${files} as at,
              case when n % ${every} = 0 and n / ${every} <= ${setAside} then n / ${every} end as kept
            from generate_series(1, ${files}) n) as numbered
        ) as placed;
        create table bench.letters as
        select n, at, bench.id(9, n, at) as id, section, (n + 1) / 2 as file, n % 5 <> 0 as attached,
          1 + (n * 37) % 1020 as holder
        from (select n, now() - interval '700 days' + n * interval '690 days' / ${files * 2} as at,
          1 + (n * 7907) % 192 as section from generate_series(1, ${files * 2}) n) as numbered;
        alter table bench.files add primary key (n);
        create index on bench.files (kept) where kept is not null;
        analyze bench.files, bench.letters`,
    },
    {
      what: "files",
      sql: `
        insert into items (id, kind, number, subject, unit_id, nature, priority, state, holder_post_id,
          from_post_id, action_asked, arrived_at, opened_at, due_on, parked_until, movements,
          created_by_post_id, created_at, closed_at)
        select f.id, 'file', 'एफ ' || 1 + n % 40 || '-' || n || '/' || extract(year from at) || '/S' || section,
          ${subject("n")} || ' ' || n, bench.id(1, 2000 + section), 'electronic',
          (array['ordinary', 'ordinary', 'ordinary', 'priority', 'immediate', 'top'])[1 + n % 6],
          coalesce(rest, 'moving'), bench.id(3, holder), bench.id(3, bench.under_secretary(section)),
          (array['approval', 'comments', 'examine'])[1 + n % 3], at + interval '30 days',
          case when n % 3 > 0 or kept <= ${forWriters} then at + interval '30 days 1 hour' end,
          case when n % 4 = 0 then (now() + (n % 30 - 10) * interval '1 day')::date end,
          case when rest = 'parked' then (now() + interval '9 days')::date end,
          11, bench.id(3, bench.hand(section)), at, case when rest = 'closed' then at + interval '31 days' end
        from bench.files f order by n;
        insert into files (item_id, unit_id, numbering, number, serial, year, main_category, last_paragraph,
          last_serial, last_page)
        select id, bench.id(1, 2000 + section), 'free', 'F-' || n, n, extract(year from at), 'land', 4, 2, 8
        from bench.files order by n`,
    },
    {
      what: "letters",
      sql: `
        insert into items (id, kind, number, subject, unit_id, nature, state, holder_post_id, parent_id,
          from_post_id, arrived_at, opened_at, movements, created_by_post_id, created_at, closed_at)
        select l.id, 'receipt', l.n || '/' || extract(year from l.at) || '/S' || l.section,
          ${subject("l.n")} || ' ' || l.n, bench.id(1, 2000 + l.section), 'electronic',
          case when attached then 'attached' when l.n % 20 = 0 then 'moving' else 'closed' end,
          case when not attached then bench.id(3, l.holder) end, case when attached then f.id end,
          bench.id(3, bench.registry(l.section)), l.at + interval '1 hour', l.at + interval '2 hours', 2,
          bench.id(3, bench.registry(l.section)), l.at,
          case when not attached and l.n % 20 > 0 then l.at + interval '5 days' end
        from bench.letters l join bench.files f on f.n = l.file order by l.n;
        insert into receipts (item_id, diary_unit_id, diary_year, diary_serial, delivery_mode, received_on,
          letter_on, letter_number, sender_type, sender_name, main_category)
        select id, bench.id(1, 2000 + section), extract(year from at), n, 'speed_post', at::date,
          at::date - 3, 'क/' || n || '/भू-अर्जन', 'district',
          (array['कलेक्टर, रायपुर', 'कलेक्टर, बस्तर', 'तहसीलदार, अभनपुर', 'मुख्य अभियंता, दुर्ग'])[1 + n % 4], 'land'
        from bench.letters order by n;
        insert into number_series (purpose, unit_id, year, last)
        select 'diary', bench.id(1, 2000 + s), extract(year from now()), ${files * 2}
        from generate_series(1, 192) s`,
    },
  ];
}

const subject = (n: string): string => `(array['ग्राम सेजबहार में भू-अर्जन प्रकरण में मुआवजा वितरण',
  'प्राथमिक शाला भवन के जीर्णोद्धार हेतु राशि की स्वीकृति', 'Sanction of additional posts for the tehsil office',
  'सेवानिवृत्त कर्मचारी के पेंशन प्रकरण का निराकरण', 'Repair of the approach road and culvert',
  'विधानसभा अतारांकित प्रश्न की जानकारी भेजने बाबत', 'Transfer of surplus land to the forest department'])[1 + ${n} % 7]`;
