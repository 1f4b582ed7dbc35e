import { invalid, row, type Actor } from "../base/index.ts";
import { findEmployee, findPost, type Post } from "../organisation/index.ts";
import { findReceipt, type Receipt } from "../receipts/index.ts";
import type { Draft } from "./draft.ts";
import type { DraftedLetter } from "./drafted-letter.ts";
import { findParameter } from "./find-parameter.ts";
import { letterheadOf } from "./letterhead.ts";
import type { Signatory } from "./letter/index.ts";

/** Who stands under a letter: a post and the person in it. */
export interface Signer {
  readonly post: Post;
  readonly employeeId: string | null;
}

// Under Secretary, as the designations of the Mantralaya are ranked; 1 is the highest.
const underSecretary = 8;

/** Orders in the Governor's name, and replies to members and ministers, are signed by no lower rank. */
export async function checkRank(
  actor: Actor,
  { draft, letter, post }: { draft: Draft; letter: DraftedLetter; post: Post },
): Promise<void> {
  const parameter = await findParameter<{ rank: number }>("drafting.floor-rank", draft.unitId);
  if (post.rank <= (parameter?.rank ?? underSecretary)) {
    return;
  }
  if (letter.inGovernorsName) {
    throw invalid(
      "signatoryPostId",
      "Orders in the name of the Governor are signed by an Under Secretary or above.",
    );
  }
  if (draft.replyToReceiptId && isFromMember(await findReceipt(actor, draft.replyToReceiptId))) {
    throw invalid(
      "signatoryPostId",
      "Replies to members and ministers are signed by an Under Secretary or above.",
    );
  }
}

function isFromMember({ senderType, vipType }: Receipt): boolean {
  return vipType !== null || ["mp", "mla", "minister", "chief_minister"].includes(senderType ?? "");
}

/** Whether a post stands above another in the channel of submission, or is the same. */
export async function isSameOrAbove(postId: string, below: string): Promise<boolean> {
  const found = await row<{ found: boolean }>(
    `with recursive channel as (
       select id, reports_to_id from posts where id = $below
       union select p.id, p.reports_to_id from posts p join channel c on p.id = c.reports_to_id
     )
     select exists (select from channel where id = $postId) as found`,
    { postId, below },
  );
  return found?.found ?? false;
}

/** The block under the letter. */
export async function signatureBlock(
  { post, employeeId }: Signer,
  unitId: string,
): Promise<Signatory> {
  const head = await letterheadOf(unitId);
  const person = employeeId === null ? undefined : await findEmployee(employeeId);
  return {
    nameHi: person?.nameHi ?? "",
    nameEn: person?.nameEn ?? "",
    designationHi: post.nameHi,
    designationEn: post.nameEn,
    departmentHi: [head.governmentHi, head.departmentHi].filter(Boolean).join(", "),
    departmentEn: [inTitleCase(head.governmentEn), head.departmentEn].filter(Boolean).join(", "),
    ...(person ? { email: person.email } : {}),
  };
}

/** The signatory the draft names, as the post is held today. */
export async function namedSignatory(postId: string): Promise<Signer> {
  const post = await findPost(postId, "signatoryPostId");
  return { post, employeeId: post.holder?.id ?? null };
}

function inTitleCase(name: string): string {
  return name
    .toLowerCase()
    .replace(/\b\p{L}/gu, (letter) => letter.toUpperCase())
    .replace(/\bOf\b/g, "of");
}
