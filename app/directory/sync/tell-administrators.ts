import { now, onEvent, rows, today, words, type RecordedEvent } from "../../base/index.ts";
import { notify } from "../../notices/index.ts";
import { findEmployee } from "../../organisation/index.ts";

/** Once the dismissal stands, every post that administers learns what lies on the desks left. */
export function listenForDismissals(): void {
  onEvent("directory.person-dismissed", "directory.tell-administrators", tellAdministrators);
}

async function tellAdministrators({ id, subjectId, detail, at }: RecordedEvent): Promise<void> {
  const { nameEn, nameHi } = await findEmployee(subjectId);
  for (const { postId } of await administrators()) {
    await notify({
      eventId: id,
      postId,
      words: words(
        "According to the directory {name} is no longer in service. {count} items wait on the desks left.",
      ),
      gaps: { name: { nameEn, nameHi }, count: Number(detail["items"]) },
      at,
    });
  }
}

function administrators(): Promise<{ postId: string }[]> {
  return rows<{ postId: string }>(
    `select distinct post_id as "postId" from role_grants
     where role = 'administrator' and from_on <= $day and (until_on is null or until_on >= $day)`,
    { day: today(now()) },
  );
}
