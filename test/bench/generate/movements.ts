import type { Step } from "./step.ts";

/** Hands through which a file goes to and fro between its section and the secretary, by the hop. */
const deskAt = (hop: string): string => `case (${hop}) % 6
  when 1 then bench.hand(f.section) when 2 then bench.head(f.section) when 3 then bench.under_secretary(f.section)
  when 4 then bench.secretary(f.section) when 5 then bench.under_secretary(f.section)
  else bench.head(f.section) end`;

/** Eleven movements of every file and two of every letter. Marks are dummies: nothing here is verified. */
export const movements: readonly Step[] = [
  {
    what: "movements of files",
    sql: `
      insert into movements (id, xid, item_id, sequence, kind, from_post_id, from_employee_id, to_post_id,
        to_employee_id, at, action_asked, remarks, priority, mark)
      select bench.id(10, n * 64 + hop, moved_at), '1', id, hop,
        case when hop = 1 then 'created' when hop = 11 and rest = 'closed' then 'closed' else 'sent' end,
        bench.id(3, giver), bench.id(4, giver), bench.id(3, taker), bench.id(4, taker), moved_at, 'approval',
        case when hop % 3 = 0 then 'कृपया शीघ्र निराकरण करें' end, 'ordinary', ''
      from (select f.n, f.id, f.rest, hop, f.at + (hop - 1) * interval '3 days' as moved_at,
          ${deskAt("greatest(hop - 1, 1)")} as giver,
          case when hop = 11 then f.holder else ${deskAt("hop")} end as taker
        from bench.files f, generate_series(1, 11) hop order by f.n, hop) as hops`,
  },
  {
    what: "movements of letters",
    sql: `
      insert into movements (id, xid, item_id, sequence, kind, from_post_id, to_post_id, at, priority, mark)
      select bench.id(20, l.n * 64 + hop, l.at + hop * interval '30 minutes'), '1', l.id, hop,
        case when hop = 1 then 'created' when attached then 'attached' else 'sent' end,
        bench.id(3, bench.registry(l.section)),
        case when hop = 1 then bench.id(3, bench.registry(l.section))
          when not attached then bench.id(3, l.holder) end,
        l.at + hop * interval '30 minutes', 'ordinary', ''
      from bench.letters l, generate_series(1, 2) hop order by l.n, hop`,
  },
  {
    what: "openings",
    sql: `
      insert into openings (movement_id, item_id, post_id, at)
      select bench.id(10, n * 64 + 11, at + interval '30 days'), id, bench.id(3, holder),
        at + interval '30 days 1 hour'
      from bench.files where n % 3 > 0 order by n`,
  },
];
