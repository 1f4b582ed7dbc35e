import { longFile } from "./office-size.ts";
import type { Step } from "./step.ts";

const paragraph = (...texts: string[]): object => ({
  type: "paragraph",
  content: texts.map((text, index) => ({
    type: "text",
    text,
    ...(index % 2 === 1 ? { marks: [{ type: "strong" }] } : {}),
  })),
});

const body = JSON.stringify({
  type: "doc",
  content: [
    paragraph(
      "विचाराधीन पत्र का अवलोकन हो। ",
      "कलेक्टर, रायपुर",
      " ने ग्राम सेजबहार के भू-अर्जन प्रकरण में मुआवजा वितरण हेतु रुपये 4,57,000 की राशि की मांग की है। प्रकरण में पंचनामा एवं सहमति पत्र संलग्न हैं।",
    ),
    paragraph(
      "Rule 12 of the Rules of Business applies. The sanction may be given under head 2053 subject to ",
      "availability of funds",
      " in the current year. Put up for orders.",
    ),
  ],
});
const text = "विचाराधीन पत्र का अवलोकन हो। Rule 12 applies. Put up for orders. ".repeat(6);

const signed = (n: string): string => `
  false, '${body}', '${text}', p.post_id, p.employee_id, 'Anita Verma', 'अनीता वर्मा',
  'Under Secretary ' || ${n}, 'अवर सचिव ' || ${n}, '`;

/** Two notes on every file, eighty on the long one, and forty papers of ten pages there. */
export const notes: readonly Step[] = [
  {
    what: "notes",
    sql: `
      insert into notes (id, xid, file_id, sequence, paragraph_from, paragraph_to, signed_at, agrees, body,
        body_text, post_id, employee_id, author_name_en, author_name_hi, post_name_en, post_name_hi, mark)
      select bench.id(11, f.n * 128 + s, f.at + s * interval '3 days'), '1', f.id, s, 2 * s - 1, 2 * s,
        f.at + s * interval '3 days', ${signed("s")}'
      from bench.files f cross join generate_series(1, 2) s
      join bench.posts p on p.n = bench.hand(f.section) order by f.n, s`,
  },
  {
    what: "the long file",
    sql: `
      create table bench.long_file as select * from bench.files order by kept desc nulls last limit 1;
      delete from correspondence_documents where correspondence_id in
        (select id from correspondence where file_id = (select id from bench.long_file));
      delete from correspondence where file_id = (select id from bench.long_file);
      insert into notes (id, xid, file_id, sequence, paragraph_from, paragraph_to, signed_at, agrees, body,
        body_text, post_id, employee_id, author_name_en, author_name_hi, post_name_en, post_name_hi, mark)
      select bench.id(11, f.n * 128 + s, f.at + s * interval '6 hours'), '1', f.id, s, 2 * s - 1, 2 * s,
        f.at + s * interval '6 hours', ${signed("s")}'
      from bench.long_file f cross join generate_series(3, ${longFile.notes}) s
      join bench.posts p on p.n = 1 + (s * 13) % 1020;
      insert into documents (id, sha256, bytes, media_type, pages, name, created_at)
      select bench.id(14, s), encode(sha256(('long' || s)::bytea), 'hex'), 400000, 'application/pdf',
        ${longFile.pagesOfPaper}, 'पत्र-' || s || '.pdf', f.at from bench.long_file f, generate_series(1, ${longFile.papers}) s;
      insert into correspondence (id, file_id, serial, direction, receipt_id, title, page_from, page_to, added_at)
      select bench.id(15, s), f.id, s, 'in', l.id, 'कलेक्टर रायपुर का पत्र, मुआवजा वितरण के संबंध में ' || s,
        1 + (s - 1) * ${longFile.pagesOfPaper}, s * ${longFile.pagesOfPaper}, f.at + s * interval '12 hours'
      from bench.long_file f, generate_series(1, ${longFile.papers}) s, bench.letters l where l.n = s * 5 + 1;
      insert into correspondence_documents (correspondence_id, position, document_id, page_from)
      select bench.id(15, s), 1, bench.id(14, s), 1 + (s - 1) * ${longFile.pagesOfPaper}
      from generate_series(1, ${longFile.papers}) s;
      update files set last_paragraph = ${2 * longFile.notes}, last_serial = ${longFile.papers},
        last_page = ${longFile.papers * longFile.pagesOfPaper} where item_id = (select id from bench.long_file);
      update items set opened_at = arrived_at + interval '1 hour' where id = (select id from bench.long_file);
      update items set state = 'attached', holder_post_id = null, closed_at = null,
        parent_id = (select id from bench.long_file) where id in
        (select receipt_id from correspondence where file_id = (select id from bench.long_file))`,
  },
  {
    what: "seals, so that the sealer begins after all this",
    sql: `
      insert into seals (sequence, source, row_id, xid, leaf, chain)
      select row_number() over (order by id), 'notes', id, pg_current_xact_id(), '\\x00', '\\x00' from notes`,
  },
];
