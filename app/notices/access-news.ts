import { now, onEvent, rows, today, words, type RecordedEvent } from "../base/index.ts";
import { notify } from "./notify.ts";

/** What a person is told of his own account. */
const toThePerson: Readonly<Record<string, string>> = {
  "access.second-factor-added": words(
    "A second factor was added to your account. If it was not you, tell the administrator.",
  ),
  "access.second-factor-removed": words(
    "A second factor was removed from your account. If it was not you, tell the administrator.",
  ),
  "access.second-factors-reset": words(
    "An administrator reset the second factors of your account. Set up a new one.",
  ),
  "access.recovery-codes-made": words(
    "New recovery codes were made for your account. If it was not you, tell the administrator.",
  ),
};

/** What every administrator is told. */
const toAdministrators: Readonly<Record<string, string>> = {
  "access.break-glass-armed": words("Break-glass access was armed for {login}: {reason}"),
  "access.break-glass-not-armed": words(
    "Somebody asked for break-glass access at the server and did not get it.",
  ),
  "access.break-glass-disarmed": words("Break-glass access was disarmed."),
  "access.break-glass-used": words("Somebody came in by break-glass access."),
  "access.break-glass-refused": words("Break-glass access was tried and refused."),
};

/** Listens for what concerns the safety of accounts. */
export function listenForAccess(): void {
  for (const action of Object.keys(toThePerson)) {
    onEvent(action, "notices.own-account", tellPerson);
  }
  for (const action of Object.keys(toAdministrators)) {
    onEvent(action, "notices.administrators", tellAdministrators);
  }
}

async function tellPerson(event: RecordedEvent): Promise<void> {
  const posts = await rows<{ id: string }>(
    `select distinct c.post_id as id from accounts a join charges c on c.employee_id = a.employee_id
     where a.id = $account and c.kind <> 'link'
       and c.from_on <= $day and (c.until_on is null or c.until_on >= $day)`,
    { account: event.subjectId, day: today(now()) },
  );
  await tell(event, posts, toThePerson[event.action]);
}

/** A try at a login for which nothing is armed is in the record; it must not bury the notices. */
async function tellAdministrators(event: RecordedEvent): Promise<void> {
  if (event.action === "access.break-glass-refused" && event.detail["armingId"] === undefined) {
    return;
  }
  const posts = await rows<{ id: string }>(
    `select distinct post_id as id from role_grants where role = 'administrator'
       and from_on <= $day and (until_on is null or until_on >= $day)`,
    { day: today(now()) },
  );
  await tell(event, posts, toAdministrators[event.action]);
}

async function tell(
  event: RecordedEvent,
  posts: readonly { readonly id: string }[],
  sentence: string | undefined,
): Promise<void> {
  if (sentence === undefined) {
    return;
  }
  const { login, reason } = event.detail;
  const gaps = {
    login: typeof login === "string" ? login : "",
    reason: typeof reason === "string" ? reason : "",
  };
  for (const { id } of posts) {
    await notify({ eventId: event.id, postId: id, words: sentence, gaps, at: event.at });
  }
}
