import { formatDate, now, onEvent, rows, today, words, type RecordedEvent } from "../base/index.ts";
import { notify } from "./notify.ts";

const sentence = words("{count} VPNs of your office expire from {date} on.");

/** Listens for VPNs that come near their end. */
export function listenForVpns(): void {
  onEvent("vpn.expiring", "notices.vpn-expiring", tellAdministrators);
}

/** Those who administer the office, nearest first: its own administrators, else those above, else all. */
async function tellAdministrators(event: RecordedEvent): Promise<void> {
  const { count, first } = event.detail;
  const found = await rows<{ postId: string }>(nearestAdministrators, {
    unit: event.subjectId,
    day: today(now()),
  });
  for (const { postId } of found) {
    await notify({
      eventId: event.id,
      postId,
      words: sentence,
      gaps: { count: Number(count), date: formatDate(String(first)) },
      at: event.at,
    });
  }
}

const nearestAdministrators = `
  with administrators as (
    select p.id, array_position(office.ancestor_ids, p.unit_id) as nearness
    from role_grants g join posts p on p.id = g.post_id and p.closed_on is null,
      units office
    where office.id = $unit and g.role = 'administrator'
      and g.from_on <= $day and (g.until_on is null or g.until_on >= $day)
  )
  select id as "postId" from administrators
  where nearness is not distinct from (select max(nearness) from administrators) limit 20`;
