/**
 * INVARIANTS
 * 1. Only the post on whose desk an item lies acts on it; a pull-back alone is the sender's, before opening.
 * 2. The steps of a story are in order of time, and none lies after the end of the history.
 */
import type { Language } from "../../base/index.ts";
import type { Random } from "../random.ts";
import { drawRemark, type ActionAsked } from "../remarks.ts";
import type { Channel } from "./channels.ts";
import type { PlannedDraft, PlannedFile, PlannedReceipt } from "./plan.ts";
import type { Pace } from "./pace.ts";
import type { Deed, Priority, Step } from "./steps.ts";
import type { WorkingClock } from "./working-clock.ts";

/** What all stories share. */
export interface World {
  readonly clock: WorkingClock;
  readonly pace: Pace;
  readonly channels: ReadonlyMap<string, Channel>;
  readonly clerks: readonly string[];
  readonly receipts: Map<string, PlannedReceipt>;
  readonly files: Map<string, PlannedFile>;
  readonly drafts: Map<string, PlannedDraft>;
  readonly steps: Step[];
}

/** One thread of work with its own time; its items lie where the last step left them. */
export interface Story {
  readonly world: World;
  readonly random: Random;
  readonly language: Language;
  readonly priority: Priority;
  /** Below 1, everything in this story goes faster. */
  readonly haste: number;
  readonly desks: Map<string, string>;
  /** In working seconds. */
  now: number;
}

export interface Sending {
  readonly to: string;
  readonly action: ActionAsked;
  readonly copies?: readonly string[];
  readonly dueOn?: string | null;
  readonly remark?: string;
}

export function isOver({ now, world }: Story): boolean {
  return now > world.clock.end;
}

export function wait(story: Story, seconds: number): void {
  story.now += Math.ceil(seconds * story.haste);
}

/** Writes down what somebody did now, and lets a minute or more go by. */
export function act(story: Story, actor: string, deed: Deed): void {
  const at = story.world.clock.momentOf(story.now);
  if (!isOver(story) && at) {
    story.world.steps.push({ ...deed, at, actor });
  }
  story.now += story.random.between(60, 420);
}

/** Who has the item on the desk. */
export function holderOf(story: Story, item: string): string {
  const holder = story.desks.get(item);
  if (holder === undefined) {
    throw new Error(`nobody holds ${item}`);
  }
  return holder;
}

/** The holder sends the item on, without anybody opening it yet. */
export function send(story: Story, item: string, sending: Sending): void {
  const { random, language, priority } = story;
  act(story, holderOf(story, item), {
    kind: "send",
    item,
    to: sending.to,
    copies: sending.copies ?? [],
    action: sending.action,
    remark: sending.remark ?? drawRemark(random, sending.action, language),
    priority,
    dueOn: sending.dueOn ?? drawDueDay(story),
  });
  story.desks.set(item, sending.to);
}

/** One movement in six asks for an answer by a day; not everybody keeps it. */
function drawDueDay({ random, world, now }: Story): string | null {
  return random.chance(0.17) ? world.clock.dayAfter(now, random.between(2, 9)) : null;
}

/** The holder finds the item on the desk, opens it, and takes the time this desk takes. */
export function open(story: Story, item: string): void {
  const holder = holderOf(story, item);
  const stay = story.world.pace.stayAt(holder, story.priority);
  const unread = story.random.next() * 0.5;
  wait(story, stay * unread);
  act(story, holder, { kind: "open", item });
  wait(story, stay * (1 - unread));
}

export function sendAndOpen(story: Story, item: string, sending: Sending): void {
  send(story, item, sending);
  open(story, item);
}

/** Back to the desk it came from. */
export function giveBack(story: Story, item: string, to: string): void {
  const remark = drawRemark(story.random, "return", story.language);
  act(story, holderOf(story, item), { kind: "return", item, to, remark });
  story.desks.set(item, to);
  open(story, item);
}
