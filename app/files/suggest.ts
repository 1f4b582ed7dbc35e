import { row, rows, t, type Actor } from "../base/index.ts";
import { findItem } from "../movement/index.ts";
import type { OpenFileInput } from "./input.ts";
import { findFile } from "./file.ts";
import type { FileOption } from "./queries.ts";

/** What a form to open a file begins with: the letter's subject, or the main file's cover. */
export type FirstValues = Partial<OpenFileInput> & {
  /** The number of the receipt or main file it is opened from. */
  readonly from?: string;
};

export async function firstValues(
  actor: Actor,
  given: { receiptId?: string | undefined; mainFileId?: string | undefined },
): Promise<FirstValues> {
  if (given.receiptId !== undefined) {
    const { classification, dueOn, nature, number, priority, subject } = await findItem(
      actor,
      given.receiptId,
    );
    return {
      from: number,
      subject,
      classification,
      nature,
      priority,
      ...(dueOn === null ? {} : { dueOn }),
      ...(await categoryOf(given.receiptId)),
    };
  }
  return given.mainFileId === undefined ? {} : valuesOfPart(actor, given.mainFileId);
}

/** Files are about what letters are about, so the letter's category is the first guess. */
async function categoryOf(receiptId: string): Promise<Pick<FirstValues, "mainCategory">> {
  const found = await row<Pick<OpenFileInput, "mainCategory">>(
    `select main_category as "mainCategory" from receipts
     where item_id = $receiptId and main_category is not null`,
    { receiptId },
  );
  return found ?? {};
}

/** A part file bears the number of its main file and its own place in it. */
async function valuesOfPart(actor: Actor, mainFileId: string): Promise<FirstValues> {
  const main = await findFile(actor, mainFileId);
  const counted = await row<{ parts: number }>(
    "select count(*) as parts from files where main_file_id = $mainFileId",
    { mainFileId },
  );
  return {
    from: main.number,
    numbering: "free",
    freeNumber: t("{number} (Part-{part})", {
      number: main.number,
      part: (counted?.parts ?? 0) + 1,
    }),
    subject: main.item.subject,
    mainCategory: main.mainCategory,
    language: main.language,
    classification: main.item.classification,
  };
}

/** Files on the actor's desk whose subject is nearest to this one; the letter may belong there. */
export function likelyFiles(actor: Actor, subject: string): Promise<FileOption[]> {
  return rows<FileOption>(
    `select id, number, subject from items
     where kind = 'file' and holder_post_id = $post and state in ('created', 'moving')
     order by similarity(subject, $subject) desc, arrived_at desc limit 5`,
    { post: actor.postId, subject },
  );
}
