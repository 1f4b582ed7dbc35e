import { rows, t, type Actor } from "../base/index.ts";
import { viewer, visibleTo } from "../movement/index.ts";
import type { Reference } from "../writing/index.ts";

interface FoundPage {
  readonly page: number;
  readonly title: string;
}

interface FoundParagraph {
  readonly from: number;
  readonly to: number;
  readonly author: string;
}

/** A reference as the editor offers it, with what tells it from the others. */
export type OfferedReference = Reference & { readonly detail: string };

const mostOfEach = 8;

/**
 * What may be pointed at for these words: pages of the correspondence, paragraphs of the notes, other
 * files. The caller has found the file for the actor.
 */
export async function findReferences(
  actor: Actor,
  fileId: string,
  asked: string,
): Promise<OfferedReference[]> {
  const wanted = {
    fileId,
    number: numberIn(asked),
    words: asked === "" ? null : `%${asked.replace(/[%_\\]/g, "\\$&")}%`,
    limit: mostOfEach,
  };
  const pages = await rows<FoundPage>(pageStatement, wanted);
  const paragraphs = await rows<FoundParagraph>(paragraphStatement, wanted);
  const files =
    asked.length < 2
      ? []
      : await rows<{ id: string; number: string; subject: string }>(fileStatement, {
          fileId,
          words: wanted.words,
          limit: mostOfEach,
          ...viewer(actor),
        });
  return [
    ...pages.map(offerPage),
    ...paragraphs.map((found) => offerParagraph(found, wanted.number)),
    ...files.map(offerFile),
  ];
}

/** The page or paragraph a writer means by "12", "p 12", "१२" or "12/c". */
function numberIn(asked: string): number | null {
  const plain = asked.replace(/[०-९]/g, (digit) => String(digit.charCodeAt(0) - 0x966));
  const digits = /\d{1,6}/.exec(plain)?.[0];
  return digits === undefined ? null : Number(digits);
}

function offerPage({ page, title }: FoundPage): OfferedReference {
  return { kind: "page", target: `${page}`, label: t("p. {page}/c", { page }), detail: title };
}

function offerParagraph(found: FoundParagraph, number: number | null): OfferedReference {
  const isInside = number !== null && number >= found.from && number <= found.to;
  const paragraph = isInside ? number : found.from;
  return {
    kind: "paragraph",
    target: `${paragraph}`,
    label: t("para {paragraph}/n", { paragraph }),
    detail: found.author,
  };
}

function offerFile({ id, number, subject }: { id: string; number: string; subject: string }) {
  return { kind: "file" as const, target: id, label: number, detail: subject };
}

const pageStatement = `
  select case when $number::int between c.page_from and c.page_to then $number::int else c.page_from end as page,
    c.title
  from correspondence c left join receipts r on r.item_id = c.receipt_id
  where c.file_id = $fileId and c.page_to >= c.page_from
    and ($words::text is null or $number::int between c.page_from and c.page_to
      or c.title ilike $words or r.sender_name ilike $words)
  order by ($number::int between c.page_from and c.page_to) desc nulls last, c.serial desc limit $limit`;

const paragraphStatement = `
  select n.paragraph_from as "from", n.paragraph_to as "to", n.post_name_hi as author
  from notes n
  where n.file_id = $fileId
    and ($words::text is null or $number::int between n.paragraph_from and n.paragraph_to
      or n.body_text ilike $words)
  order by ($number::int between n.paragraph_from and n.paragraph_to) desc nulls last, n.sequence desc
  limit $limit`;

const fileStatement = `
  select i.id, i.number, i.subject from items i
  where i.kind = 'file' and i.id <> $fileId and i.state <> 'deleted'
    and (i.number || ' ' || i.subject) ilike $words and ${visibleTo("i")}
  order by i.created_at desc limit $limit`;
