import { inLanguage, nameOf, type Language } from "../base/index.ts";
import { findPost } from "../organisation/index.ts";
import type { DraftAddressee, DraftedLetter } from "./drafted-letter.ts";
import type { GivenLetter } from "./input.ts";

/** What was entered as a letter: the posts chosen become addressees with the names they have today. */
export async function resolveLetter(given: GivenLetter): Promise<DraftedLetter> {
  const { toPostIds, copyPostIds, to, copies, signatoryPostId, ...rest } = given;
  const { language } = given;
  if (signatoryPostId !== undefined) {
    await findPost(signatoryPostId, "signatoryPostId");
  }
  return withoutBlanks({
    ...rest,
    signatoryPostId,
    body: given.body.document,
    to: [
      ...(await postsAsAddressees(toPostIds, "toPostIds", language)),
      ...(await known(to, "to")),
    ],
    copies: [
      ...(await postsAsAddressees(copyPostIds, "copyPostIds", language)),
      ...(await known(copies, "copies")),
    ],
  });
}

/** A program may name a post among its addressees; one that is none would stop the letter at its issue. */
async function known(addressees: GivenLetter["to"], field: string): Promise<DraftAddressee[]> {
  for (const { postId } of addressees) {
    if (postId !== undefined) {
      await findPost(postId, field);
    }
  }
  return addressees.map((addressee) => withoutBlanks(addressee));
}

async function postsAsAddressees(
  postIds: readonly string[],
  field: string,
  language: Language,
): Promise<DraftAddressee[]> {
  const addressees: DraftAddressee[] = [];
  for (const postId of new Set(postIds)) {
    const post = await findPost(postId, field);
    const unit = { nameEn: post.unitNameEn, nameHi: post.unitNameHi };
    addressees.push({
      postId,
      designation: inLanguage(language, () => nameOf(post)),
      office: inLanguage(language, () => nameOf(unit)),
      address: [],
    });
  }
  return addressees;
}

/** A blank entry is no entry, so that two versions that say the same are the same. */
function withoutBlanks<Value extends object>(value: Value): Value {
  return Object.fromEntries(
    Object.entries(value).filter(([, entry]) => entry !== undefined && entry !== ""),
  ) as Value;
}
