import { t } from "../../../base/index.ts";
import { changedAddress, useFrame } from "../../../ui/index.ts";

/** The way to the rows after these. */
export function NextPage({ after }: { readonly after: string | number | undefined }) {
  const { path } = useFrame();
  return after === undefined ? null : (
    <nav class="pager" aria-label={t("Pages")}>
      <a rel="next" href={changedAddress(path, { after: String(after) })}>
        {t("Next page")}
      </a>
    </nav>
  );
}
