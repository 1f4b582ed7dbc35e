import { t } from "../base/words.ts";
import { changedAddress } from "./changed-address.ts";
import { useFrame } from "./frame.ts";

/** The way on through a list in the order of names or rows; `name` is the cursor in the address. */
export function NextPage(props: { readonly name: string; readonly next: string | undefined }) {
  const { path } = useFrame();
  const isFirst = !new URLSearchParams(path.split("?")[1] ?? "").has(props.name);
  if (props.next === undefined && isFirst) {
    return null;
  }
  return (
    <nav class="pager" aria-label={t("Pages")}>
      {!isFirst && (
        <a href={changedAddress(path, { [props.name]: undefined })}>{t("From the beginning")}</a>
      )}
      {props.next !== undefined && (
        <a rel="next" href={changedAddress(path, { [props.name]: props.next })}>
          {t("Next page")}
        </a>
      )}
    </nav>
  );
}
