import { ask, type Reply } from "./ask.ts";
import type { Cell } from "./cells.ts";
import { classifications, kindOf, sees, type KindName } from "./kinds.ts";
import { questionOf } from "./question.ts";
import type { Outcome } from "./rules.ts";
import { inSandbox } from "./sandbox.ts";
import { tracesLeft } from "./traces.ts";
import { canaries, type World } from "./world.ts";

/** Asks inside a transaction that is rolled back; answers what was wrong, or nothing. */
export function tryCell(world: World, cell: Cell): Promise<string | undefined> {
  return inSandbox(async () => {
    const reply = await ask(world, await questionOf(world, cell));
    return (
      wrongAnswer(cell, reply) ??
      leakedWords(cell, reply) ??
      (cell.expected === "done" ? undefined : await traces(cell))
    );
  });
}

/** A statement that failed where nothing caught it leaves a transaction in which no more can be asked. */
function traces({ row }: Cell): Promise<string | undefined> {
  return tracesLeft(row.records ?? []).catch((error: unknown) => `broke: ${String(error)}`);
}

const statuses: Readonly<Record<Exclude<Outcome, "done" | "idle" | "refused">, number>> = {
  hidden: 404,
  forbidden: 403,
  elsewhere: 409,
  unknown: 422,
  "sign-in": 401,
  "change password": 403,
  "second factor": 403,
  confirm: 403,
  closed: 403,
};

/** Where a browser that asks for a page is led instead of being refused. */
const led: Readonly<Partial<Record<Outcome, RegExp>>> = {
  "sign-in": /^\/sign-in\?next=/,
  "change password": /^\/password$/,
  "second factor": /^\/(second-factor|me\/security)/,
  confirm: /^\/confirm-it-is-me/,
};

const leads = [/^\/sign-in\?next=/, /^\/(password|second-factor)\b/, /^\/confirm-it-is-me/];

export function wrongAnswer(cell: Cell, reply: Reply): string | undefined {
  const { location, status, text } = reply;
  return isRight(cell, reply) ? undefined : `answered ${status} ${location} ${sentenceIn(text)}`;
}

function isRight(cell: Cell, reply: Reply): boolean {
  const { expected } = cell;
  if (expected === "done" || expected === "idle") {
    return isDone(cell, reply);
  }
  if (expected === "refused") {
    return [400, 403, 404, 409, 422].includes(reply.status);
  }
  const isBrowser = cell.as === "browser" && reply.status === 303;
  return isBrowser && led[expected]
    ? led[expected].test(reply.location)
    : reply.status === statuses[expected];
}

function isDone({ row }: Cell, { location, status }: Reply): boolean {
  const isLed = status === 303 && !row.isPublic && leads.some((page) => page.test(location));
  return !isLed && (status < 400 || (row.mayAnswer ?? []).includes(status));
}

function sentenceIn(text: string): string {
  const [, title] = /"title":"([^"]*)"|<h1[^>]*>([^<]*)/.exec(text) ?? [];
  return title ?? text.slice(0, 120).replace(/\s+/g, " ");
}

/** Words of papers that this asker may not see, wherever in the answer they stand. */
export function leakedWords(cell: Cell, { location, text }: Reply): string | undefined {
  const leaked = forbiddenWords(cell).find(
    (word) => text.includes(word) || location.includes(word),
  );
  return leaked === undefined ? undefined : `tells of “${leaked}”`;
}

function forbiddenWords({ kind, row }: Cell): readonly string[] {
  const { relation } = kindOf(kind);
  const unseen = classifications.filter((classification) => !sees(relation, classification));
  const shown = row.tells?.[kind] ?? row.tells?.all ?? [];
  return [
    ...unseen.flatMap((one) => [canaries[one].subject, canaries[one].number]),
    ...(worksThere.includes(kind) ? [] : [canaries.foreign.subject, canaries.foreign.number]),
  ].filter((word) => !shown.includes(word));
}

/** The other department's papers are known to those who work there. */
const worksThere: readonly KindName[] = [
  "other department",
  "who got a copy",
  "link officer whose time is over",
  "link officer whose time has not begun",
  "predecessor in the post",
];
