import { forPurpose } from "../../base/index.ts";
import { readPost } from "../../organisation/index.ts";

/** How many items lie on the desk of a post; administrators learn that, never which. */
export async function itemsOn(postId: string): Promise<number> {
  const { items } = await forPurpose("administer", () => readPost(postId));
  return items;
}
