import { nameOf, t } from "../../base/index.ts";
import { itemKinds, priorityOptions } from "../../movement/index.ts";
import {
  Button,
  changedAddress,
  EmptyState,
  Filters,
  ItemList,
  ItemRow,
  PageHeading,
  Pager,
  Tabs,
  type Tab,
} from "../../ui/index.ts";
import type { TrayCounts } from "../tray/count-tray.ts";
import type { DeskName, Show, TrayQuestion } from "../tray/input.ts";
import { presentRow } from "../tray/present-tray.tsx";
import type { TrayRow } from "../tray/row.ts";

export interface TrayProps {
  readonly question: Omit<TrayQuestion, "before">;
  readonly counts: TrayCounts;
  readonly rows: readonly TrayRow[];
  /** Where the older page begins. */
  readonly before: string | undefined;
}

/** Everything that lies on the desk, whatever its kind. */
export function TrayPage({ question, counts, rows, before }: TrayProps) {
  const canSelect = question.desk === "inbox" || question.desk === "created";
  return (
    <>
      <PageHeading
        title={t("Tray")}
        actions={
          <Button href="/folders" kind="link">
            {t("Arrange folders")}
          </Button>
        }
      />
      <Tabs label={t("Parts of the tray")} tabs={tabsOf(question, counts)} />
      <div class="tray-filters">
        <TrayFilters question={question} counts={counts} />
      </div>
      {rows.length === 0 ? (
        <NothingHere question={question} />
      ) : (
        <ItemList
          label={t("Items")}
          bulk={canSelect ? { action: "/items/selection", buttons: <BulkButtons /> } : undefined}
        >
          {rows.map((row) => (
            <ItemRow key={row.id} {...presentRow(row, question.desk)} />
          ))}
        </ItemList>
      )}
      <Pager before={before} />
    </>
  );
}

function BulkButtons() {
  return (
    <Button kind="primary" shortcut="s">
      {t("Send…")}
    </Button>
  );
}

type Question = TrayProps["question"];

/** The parts of the inbox first, then the other lists, then one's own folders. */
function tabsOf(question: Question, counts: TrayCounts): Tab[] {
  const inbox = (show: Show, label: string, count: number): Tab => ({
    label,
    href: changedAddress("/tray", { show: show === "all" ? undefined : show }),
    current: question.desk === "inbox" && question.show === show,
    count,
  });
  const list = (desk: DeskName, label: string, count?: number): Tab => ({
    label,
    href: `/tray?desk=${desk}`,
    current: question.desk === desk,
    count,
  });
  return [
    inbox("unread", t("Unread"), counts.unread),
    inbox("all", t("All"), counts.all),
    inbox("due", t("Due today"), counts.due),
    inbox("overdue", t("Overdue"), counts.overdue),
    list("created", t("Created here"), counts.created),
    list("sent", t("Sent items")),
    list("parked", t("Parked items"), counts.parked),
    list("copies", t("Copies"), counts.unreadCopies),
    list("closed", t("Closed items")),
    ...counts.folders.map(({ id, name, items }) => ({
      label: name,
      href: `/tray?desk=folder&folder=${id}`,
      current: question.folder === id,
      count: items,
    })),
  ];
}

function TrayFilters({ question, counts }: { question: Question; counts: TrayCounts }) {
  const hasOrder = !["sent", "copies", "closed"].includes(question.desk);
  return (
    <Filters
      filters={[
        {
          name: "kind",
          label: t("Kind"),
          value: question.kind,
          options: itemKinds().map(({ kind, name }) => ({ value: kind, label: t(name) })),
        },
        {
          name: "priority",
          label: t("Priority"),
          value: question.priority,
          options: priorityOptions(),
        },
        {
          name: "from",
          label: t("From"),
          value: question.from,
          options: counts.senders.map((post) => ({ value: post.id, label: nameOf(post) })),
        },
        ...(hasOrder
          ? [
              {
                name: "sort",
                label: t("Sort by"),
                value: question.sort === "arrived" ? undefined : question.sort,
                blank: t("Newest first"),
                options: [
                  { value: "due", label: t("By due date") },
                  { value: "priority", label: t("By priority") },
                  { value: "number", label: t("By number") },
                ],
              },
            ]
          : []),
      ]}
    />
  );
}

function NothingHere({ question }: { readonly question: Question }) {
  const isFiltered = [question.kind, question.priority, question.from].some(Boolean);
  if (isFiltered) {
    return <EmptyState title={t("Nothing here fits these filters.")} />;
  }
  if (question.desk === "inbox" && question.show === "all") {
    return (
      <EmptyState title={t("Your tray is empty.")}>
        <p>{t("Files and letters sent to your post appear here. Nothing waits for you now.")}</p>
      </EmptyState>
    );
  }
  return <EmptyState title={t("There is nothing in this list.")} />;
}
