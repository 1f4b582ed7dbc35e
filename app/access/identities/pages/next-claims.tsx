import { t } from "../../../base/index.ts";
import { changedAddress, useFrame } from "../../../ui/index.ts";

export function NextClaims({ next }: { readonly next: string | undefined }) {
  const { path } = useFrame();
  return next === undefined ? null : (
    <nav class="pager" aria-label={t("Pages")}>
      <a rel="next" href={changedAddress(path, { after: next })}>
        {t("Next page")}
      </a>
    </nav>
  );
}
