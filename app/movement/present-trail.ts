import { formatDate, formatDateTime, nameOf, t, words, type BilingualName } from "../base/index.ts";
import type { TrailStep } from "../ui/index.ts";
import { actionWords } from "./actions-asked.ts";
import type { MovementKind } from "./move.ts";
import { priorityTag } from "./priority-words.ts";
import type { Hop } from "./trail.ts";

const kinds: Readonly<Record<MovementKind, string>> = {
  created: words("Created"),
  sent: words("Sent"),
  returned: words("Returned"),
  replied: words("Replied"),
  "pulled-back": words("Pulled back"),
  parked: words("Parked"),
  unparked: words("Taken up again"),
  closed: words("Closed"),
  reopened: words("Reopened"),
  attached: words("Put into a file"),
  detached: words("Taken out of the file"),
  transferred: words("Transferred by the administrator"),
  deleted: words("Thrown away"),
};

const between = new Set<MovementKind>([
  "sent",
  "returned",
  "replied",
  "pulled-back",
  "transferred",
]);

/** The trail as `Trail` draws it, newest on top, in the reader's language. */
export function presentTrail(hops: readonly Hop[]): TrailStep[] {
  return hops.map(presentHop).toReversed();
}

function presentHop(hop: Hop): TrailStep {
  return {
    id: hop.id,
    what: t(kinds[hop.kind]),
    at: hop.at,
    by: person(hop.fromPost, giverOf(hop)),
    to:
      between.has(hop.kind) && hop.toPost
        ? person(hop.toPost, nameOrNone(hop.toPerson))
        : undefined,
    action: actionWords(hop.actionAsked),
    remark: hop.remarks ?? undefined,
    days: hop.days ?? undefined,
    here: hop.isHere,
    facts: factsOf(hop),
  };
}

function person(post: BilingualName | null, name: string | undefined) {
  return { post: post ? nameOf(post) : t("System"), name };
}

function giverOf({ fromPerson, onBehalfOf }: Hop): string | undefined {
  return fromPerson && onBehalfOf
    ? t("{person}, for {principal}", {
        person: nameOf(fromPerson),
        principal: nameOf(onBehalfOf),
      })
    : nameOrNone(fromPerson);
}

function nameOrNone(named: BilingualName | null): string | undefined {
  return named ? nameOf(named) : undefined;
}

function factsOf({ kind, priority, dueOn, openedAt }: Hop): string[] {
  const isSending = between.has(kind);
  return [
    ...(isSending && priority !== "ordinary" ? [priorityTag(priority).word] : []),
    ...(isSending && dueOn ? [t("due {date}", { date: formatDate(dueOn) })] : []),
    ...(openedAt ? [t("opened {moment}", { moment: formatDateTime(openedAt) })] : []),
    ...(isSending && !openedAt && kind !== "pulled-back" ? [t("not opened")] : []),
  ];
}
