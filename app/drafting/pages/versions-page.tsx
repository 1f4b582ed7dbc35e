import { formatDateTime, nameOf, t } from "../../base/index.ts";
import { EmptyState, Panel, PersonBlock, Table } from "../../ui/index.ts";
import type { LetterDifference } from "../compare-letters.ts";
import type { OpenDraft } from "../read-draft-page.ts";
import type { Version } from "../version.ts";
import { DifferenceView } from "./difference-view.tsx";
import { DraftHead, DraftTabs } from "./draft-head.tsx";

export interface VersionsPageProps extends Pick<OpenDraft, "draft" | "item" | "last"> {
  readonly versions: readonly Omit<Version, "letter">[];
  readonly from: number;
  readonly to: number;
  readonly difference: LetterDifference | null;
}

/** Whose hand wrote what: every version, and the difference between two of them. */
export function VersionsPage(props: VersionsPageProps) {
  const { difference, draft, from, to, versions } = props;
  return (
    <>
      <DraftHead {...props} />
      <DraftTabs {...props} current="versions" />
      <div class="draft-versions">
        <Panel
          title={
            difference ? t("From version {from} to version {to}", { from, to }) : t("Versions")
          }
        >
          {difference ? (
            <DifferenceView difference={difference} />
          ) : (
            <EmptyState title={t("There is one version only")} />
          )}
        </Panel>
        <Table
          caption={t("Versions")}
          rows={versions.toReversed()}
          rowKey={({ version }) => String(version)}
          columns={[
            {
              label: t("Version"),
              heading: true,
              cell: ({ version }) => (
                <a href={`/drafts/${draft.id}/preview?version=${version}`}>
                  {t("Version {version}", { version })}
                </a>
              ),
            },
            {
              label: t("Who"),
              cell: ({ person, post }) => <PersonBlock name={nameOf(person)} post={nameOf(post)} />,
            },
            { label: t("When"), cell: ({ at }) => formatDateTime(new Date(at)) },
            {
              label: t("Compare"),
              cell: ({ version }) => <Compare {...props} version={version} />,
            },
          ]}
        />
      </div>
    </>
  );
}

function Compare({ draft, version }: VersionsPageProps & { readonly version: number }) {
  const at = `/drafts/${draft.id}/versions`;
  return version === 1 ? null : (
    <span class="button-bar">
      <a href={`${at}?from=${version - 1}&to=${version}`}>
        {t("with version {version}", { version: version - 1 })}
      </a>
      {version > 2 && <a href={`${at}?from=1&to=${version}`}>{t("with the first")}</a>}
    </span>
  );
}
