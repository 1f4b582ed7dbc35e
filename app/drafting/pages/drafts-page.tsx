import { formatDateTime, nameOf, t } from "../../base/index.ts";
import { Button, EmptyState, Mixed, RecordHeader, Table, Tabs } from "../../ui/index.ts";
import { formWords } from "../choices.ts";
import type { DraftLine } from "../draft.ts";
import type { OpenDraft } from "../read-draft-page.ts";
import { StateTag } from "./draft-head.tsx";

export interface DraftsPageProps {
  readonly item: OpenDraft["item"];
  readonly kind: string;
  readonly drafts: readonly DraftLine[];
  readonly mayDraft: boolean;
}

/** The letters that are drafted, waiting or issued here. */
export function DraftsPage({ drafts, item, kind, mayDraft }: DraftsPageProps) {
  return (
    <>
      <RecordHeader kind={kind} number={item.number} subject={item.subject} />
      <Tabs
        label={t("Views of the draft")}
        tabs={[
          {
            label: t("Back to {number}", { number: item.number }),
            href: item.href,
            current: false,
          },
          {
            label: t("Drafts"),
            href: `/items/${item.id}/drafts`,
            current: true,
            count: drafts.length,
          },
        ]}
      />
      {mayDraft && drafts.length > 0 && (
        <p>
          <Button kind="primary" href={`/drafts/new?itemId=${item.id}`}>
            {t("Draft a letter")}
          </Button>
        </p>
      )}
      <Table
        caption={t("Drafts")}
        rows={drafts}
        rowKey={({ id }) => id}
        empty={<NoDraft item={item} mayDraft={mayDraft} />}
        columns={[
          {
            label: t("Subject"),
            heading: true,
            cell: ({ id, subject }) => (
              <a href={`/drafts/${id}`}>
                <Mixed text={subject} />
              </a>
            ),
          },
          { label: t("Form of communication"), cell: ({ form }) => t(formWords[form]) },
          { label: t("State"), cell: (draft) => <StateTag draft={draft} /> },
          {
            label: t("Number"),
            cell: ({ letterId, number }) =>
              letterId ? (
                <a href={`/letters/${letterId}`}>
                  <Mixed text={number ?? ""} />
                </a>
              ) : (
                ""
              ),
          },
          { label: t("Last written by"), cell: ({ lastBy }) => (lastBy ? nameOf(lastBy) : "") },
          { label: t("When"), cell: ({ lastAt }) => formatDateTime(new Date(lastAt)) },
        ]}
      />
    </>
  );
}

function NoDraft({ item, mayDraft }: Pick<DraftsPageProps, "item" | "mayDraft">) {
  return (
    <EmptyState title={t("No letter is drafted here yet")}>
      {mayDraft && (
        <Button kind="primary" href={`/drafts/new?itemId=${item.id}`}>
          {t("Draft a letter")}
        </Button>
      )}
    </EmptyState>
  );
}
