import { nameOf, t, type Gaps } from "../../base/index.ts";
import {
  Button,
  classes,
  DateTime,
  EmptyState,
  HiddenFields,
  Mixed,
  PageHeading,
  Pager,
} from "../../ui/index.ts";
import type { Notice } from "../list-notices.ts";

interface NoticesProps {
  readonly notices: readonly Notice[];
  readonly before?: string | undefined;
}

/** What the acting post was told; each line leads to what it tells of. */
export function NoticesPage({ notices, before }: NoticesProps) {
  const isUnread = notices.some(({ readAt }) => readAt === null);
  return (
    <>
      <PageHeading title={t("Notices")} actions={isUnread ? <MarkAll /> : undefined} />
      {notices.length === 0 ? (
        <EmptyState title={t("You have no notices.")}>
          <p>{t("When something arrives on your desk, you are told here.")}</p>
        </EmptyState>
      ) : (
        <ul class="notices" aria-label={t("Notices")}>
          {notices.map((notice) => (
            <NoticeLine key={notice.id} notice={notice} />
          ))}
        </ul>
      )}
      <Pager before={before} />
    </>
  );
}

function NoticeLine({ notice }: { readonly notice: Notice }) {
  const isUnread = notice.readAt === null;
  const { subject } = notice.gaps;
  return (
    <li class={classes("notice-line", isUnread && "notice-unread")}>
      {isUnread && <span class="item-dot" role="img" aria-label={t("Unread")} />}
      <a href={`/notices/${notice.id}`}>
        <Mixed text={t(notice.words, gapsOf(notice))} />
      </a>
      <DateTime at={notice.at} />
      {typeof subject === "string" && (
        <p class="notice-about">
          <Mixed text={subject} />
        </p>
      )}
    </li>
  );
}

/** Names in the reader's language; a gap that is missing stays empty rather than showing its mark. */
function gapsOf({ gaps }: Notice): Gaps {
  return Object.fromEntries(
    Object.entries(gaps).map(([name, gap]) => [name, typeof gap === "object" ? nameOf(gap) : gap]),
  );
}

function MarkAll() {
  return (
    <form action="/notices/reading" method="post">
      <HiddenFields />
      <Button>{t("Mark all read")}</Button>
    </form>
  );
}
