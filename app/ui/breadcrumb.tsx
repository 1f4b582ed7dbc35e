import { t } from "../base/words.ts";
import { Mixed } from "./mixed.tsx";

export interface Crumb {
  readonly label: string;
  readonly href: string;
}

/** The way back up, shown only where there is depth. */
export function Breadcrumb({ crumbs }: { readonly crumbs: readonly Crumb[] }) {
  return (
    <nav class="breadcrumb" aria-label={t("Breadcrumb")}>
      <ol>
        {crumbs.map(({ label, href }) => (
          <li key={href}>
            <a href={href}>
              <Mixed text={label} />
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
