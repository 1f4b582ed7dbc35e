import { nameOf, t } from "../base/words.ts";
import type { PageReader } from "./frame.ts";
import { HiddenFields } from "./hidden-fields.tsx";
import { Icon } from "./icon.tsx";

/** Oneself: name, post and the way out. */
export function MeMenu({ reader }: { readonly reader: PageReader }) {
  return (
    <details class="me-menu" data-enhance="menu">
      <summary>
        <Icon name="person" />
        <span class="me-name">{nameOf(reader)}</span>
      </summary>
      <div class="menu">
        <p>
          <strong>{nameOf(reader)}</strong>
          <br />
          {nameOf(reader.post)}
        </p>
        <a href="/me">{t("My account")}</a>
        <form action="/sign-out" method="post">
          <HiddenFields />
          <button type="submit" class="button-quiet">
            {t("Sign out")}
          </button>
        </form>
      </div>
    </details>
  );
}
