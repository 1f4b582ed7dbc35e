import { formatDate, nameOf, t } from "../../base/index.ts";
import { Notice, PageHeading } from "../../ui/index.ts";
import type { RegisterFilter } from "../input.ts";
import type { RegisterLine } from "../list-receipts.ts";
import type { CoveredSection } from "../sections-covered.ts";
import { RegisterTable } from "./register-page.tsx";

export interface RegisterPrintPageProps {
  readonly section: CoveredSection | undefined;
  readonly filter: RegisterFilter;
  readonly lines: readonly RegisterLine[];
  readonly most: number;
}

/** The register from its first line to its last, as it is filed. */
export function RegisterPrintPage({ filter, lines, most, section }: RegisterPrintPageProps) {
  return (
    <>
      <PageHeading
        title={t("Inward register")}
        hint={[section ? nameOf(section) : "", spanOf(filter)].filter(Boolean).join(" · ")}
        actions={
          <button type="button" class="button button-primary" data-enhance="print">
            {t("Print")}
          </button>
        }
      />
      {lines.length === most && (
        <Notice
          tone="warning"
          title={t("Only the latest {count} lines are here. Choose fewer days.", { count: most })}
        />
      )}
      <RegisterTable lines={lines.toReversed()} />
    </>
  );
}

function spanOf({ from, until }: RegisterFilter): string {
  if (from !== undefined && until !== undefined) {
    return t("{from} to {until}", { from: formatDate(from), until: formatDate(until) });
  }
  if (from !== undefined) {
    return t("from {from}", { from: formatDate(from) });
  }
  return until === undefined ? "" : t("until {until}", { until: formatDate(until) });
}
