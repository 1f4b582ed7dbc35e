import { invalid, row } from "../base/index.ts";

/**
 * Keeps a post from being closed until the transaction ends. Whoever comes while it is being closed waits, and is
 * refused.
 */
export async function keepPostOpen(postId: string): Promise<void> {
  const found = await row(
    "select id from posts where id = $postId and closed_on is null for key share",
    { postId },
  );
  if (!found) {
    throw invalid("toPostId", "There is no such post. Choose from the list.");
  }
}
