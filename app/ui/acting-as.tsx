import { nameOf, t } from "../base/words.ts";
import type { PagePost, PageReader } from "./frame.ts";
import { HiddenFields } from "./hidden-fields.tsx";

/** The post switcher, for those who hold several posts. */
export function ActingAs({ reader }: { readonly reader: PageReader }) {
  if (reader.posts.length < 2) {
    return null;
  }
  return (
    <form class="acting-as" action="/acting" method="post" data-enhance="submit-on-change">
      <HiddenFields />
      <label for="acting-as">{t("Acting as")}</label>
      <select id="acting-as" name="postId">
        {reader.posts.map((post) => (
          <option key={post.id} value={post.id} selected={post.id === reader.post.id}>
            {postLabel(post)}
          </option>
        ))}
      </select>
      <button type="submit" class="button button-secondary without-script">
        {t("Switch")}
      </button>
    </form>
  );
}

function postLabel(post: PagePost): string {
  const name = nameOf(post);
  switch (post.kind) {
    case "additional":
      return t("{post} (additional charge)", { post: name });
    case "link":
      return t("{post} (link officer)", { post: name });
    default:
      return name;
  }
}
