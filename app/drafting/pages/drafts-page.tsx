import { formatDateTime, nameOf, t } from "../../base/index.ts";
import { Button, EmptyState, Mixed, RecordHeader, Tabs } from "../../ui/index.ts";
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
      {drafts.length === 0 ? (
        <NoDraft item={item} mayDraft={mayDraft} />
      ) : (
        <ol class="dispatches draft-list">
          {drafts.map((draft) => (
            <li key={draft.id}>
              <DraftRow draft={draft} />
            </li>
          ))}
        </ol>
      )}
    </>
  );
}

/** Two lines: what it is about, then what it is, in which state and by whose hand. */
function DraftRow({ draft }: { readonly draft: DraftLine }) {
  const { form, id, lastAt, lastBy, letterId, number, subject } = draft;
  return (
    <>
      <p class="dispatch-line">
        <a href={`/drafts/${id}`}>
          <Mixed text={subject} />
        </a>
        <StateTag draft={draft} />
      </p>
      <p class="quiet">
        {t(formWords[form])} · {lastBy ? nameOf(lastBy) : ""} · {formatDateTime(new Date(lastAt))}
        {letterId !== null && " · "}
        {letterId !== null && (
          <a href={`/letters/${letterId}`}>
            <Mixed text={number ?? ""} />
          </a>
        )}
      </p>
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
