import { t } from "../base/words.ts";
import { changedAddress } from "./changed-address.ts";
import { useFrame } from "./frame.ts";

/** Keyset paging: `before` is the cursor of the next, older page and stands in the address. */
export function Pager({ before }: { readonly before: string | undefined }) {
  const { path } = useFrame();
  const isFirst = !new URLSearchParams(path.split("?")[1] ?? "").has("before");
  if (before === undefined && isFirst) {
    return null;
  }
  return (
    <nav class="pager" aria-label={t("Pages")}>
      {!isFirst && <a href={changedAddress(path, { before: undefined })}>{t("Newest")}</a>}
      {before !== undefined && (
        <a rel="next" href={changedAddress(path, { before })}>
          {t("Older")}
        </a>
      )}
    </nav>
  );
}
