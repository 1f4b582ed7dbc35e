import type { Step } from "./step.ts";

/** One document of every letter, and its place in the correspondence where it lies in a file. */
export const papers: readonly Step[] = [
  {
    what: "documents",
    sql: `
      insert into documents (id, sha256, bytes, media_type, pages, name, created_at)
      select bench.id(12, n, at), encode(sha256(n::text::bytea), 'hex'), 100000, 'application/pdf', 4,
        'letter-' || n || '.pdf', at from bench.letters order by n;
      insert into receipt_documents (receipt_id, position, document_id, title)
      select id, 1, bench.id(12, n, at), 'letter-' || n from bench.letters order by n`,
  },
  {
    what: "correspondence",
    sql: `
      insert into correspondence (id, file_id, serial, direction, receipt_id, title, page_from, page_to, added_at)
      select bench.id(13, l.n, l.at), f.id, 2 - l.n % 2, 'in', l.id, 'कलेक्टर का पत्र ' || l.n,
        1 + (1 - l.n % 2) * 4, 4 + (1 - l.n % 2) * 4, l.at
      from bench.letters l join bench.files f on f.n = l.file where l.attached order by l.n;
      insert into correspondence_documents (correspondence_id, position, document_id, page_from)
      select bench.id(13, n, at), 1, bench.id(12, n, at), 1 + (1 - n % 2) * 4
      from bench.letters where attached order by n`,
  },
];
