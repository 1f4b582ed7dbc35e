import { row } from "../base/index.ts";

/** How many open items lie on the desk of a post, whoever asks; which they are is only for those who see them. */
export async function countItemsOn(postId: string): Promise<number> {
  const counted = await row<{ items: number }>("select items_on_desk($postId::uuid) as items", {
    postId,
  });
  return counted?.items ?? 0;
}
