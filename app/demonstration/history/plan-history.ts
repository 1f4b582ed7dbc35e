import { drawMatter, listSubjects } from "../matters.ts";
import type { DemonstrationOffice } from "../office.ts";
import type { Random } from "../random.ts";
import { findChannels, registryClerks } from "./channels.ts";
import { tellFile, type FileWish } from "./file-story.ts";
import { diarise, readAndClose } from "./inward.ts";
import { makePace } from "./pace.ts";
import type { HistoryPlan } from "./plan.ts";
import type { Priority, Step } from "./steps.ts";
import type { Story, World } from "./story.ts";
import { makeWorkingClock, workingDay } from "./working-clock.ts";

export const receiptCount = 400;
export const fileCount = 250;
const daysShown = 365;

/** Lays out a year of work that ends at `end`: the same seed and end give the same year. */
export function planHistory(random: Random, office: DemonstrationOffice, end: Date): HistoryPlan {
  const world: World = {
    clock: makeWorkingClock(office.holidays, end, daysShown),
    pace: makePace(random.fork("pace"), office.posts),
    channels: findChannels(office),
    clerks: registryClerks(office),
    receipts: new Map(),
    files: new Map(),
    drafts: new Map(),
    steps: [],
  };
  const largeFile = tellLargeFile(random.fork("large file"), world);
  tellFiles(random.fork("files"), world);
  tellLetters(random.fork("letters"), world);
  return { ...world, steps: inOrder(world.steps), largeFile };
}

/** Time decides; of two steps in the same second the one told first stands first. */
function inOrder(steps: readonly Step[]): Step[] {
  return steps.toSorted((one, other) => one.at.getTime() - other.at.getTime());
}

function startStory(random: Random, world: World, now: number): Story {
  return {
    world,
    random,
    language: random.chance(0.75) ? "hi" : "en",
    priority: drawPriority(random),
    haste: 1,
    desks: new Map(),
    now: Math.floor(now),
  };
}

function drawPriority(random: Random): Priority {
  const drawn = random.next();
  if (drawn < 0.62) {
    return "ordinary";
  }
  if (drawn < 0.85) {
    return "priority";
  }
  return drawn < 0.97 ? "immediate" : "top";
}

/** Eighty notes and four hundred pages: the land for a bypass road, all year long. */
function tellLargeFile(random: Random, world: World): string {
  const template = listSubjects().find(({ category }) => category === "land");
  const story = { ...startStory(random, world, workingDay), haste: 0.17, language: "hi" as const };
  const matter = drawMatter(random, momentOf(story), template);
  const pages = [6, 84, 72, 58, 46, 40, 34, 28, 20, 12];
  const kind = { ...matter, senderKind: "collector" };
  const wish: FileWish = { matter: kind, rounds: 22, ending: "submitted", pages, notes: 80 };
  const file = tellFile(story, wish);
  if (file === undefined) {
    throw new Error("the large file did not come into being");
  }
  return file;
}

/** Files begin all over the year; one that would begin too late begins earlier instead. */
function tellFiles(random: Random, world: World): void {
  for (let index = 0; world.files.size < fileCount; index += 1) {
    // The rollout grows: more files begin late in the year than early.
    const part = ((index % fileCount) / fileCount) ** 0.7;
    const story = startStory(random.fork(`file ${index}`), world, part * world.clock.end);
    tellFile(story, drawFile(story));
  }
}

function drawFile(story: Story): FileWish {
  const { random } = story;
  const drawn = random.next();
  const rounds = random.pick([1, 1, 1, 1, 1, 2]);
  const matter = drawMatter(random, momentOf(story));
  if (drawn < 0.05) {
    return { matter, rounds, ending: "created" };
  }
  if (drawn < 0.62) {
    return { matter, rounds, ending: "closed" };
  }
  return { matter, rounds, ending: drawn < 0.78 ? "parked" : random.pick(["open", "submitted"]) };
}

/** Letters without a file: most seen and closed, the latest still on their way. */
function tellLetters(random: Random, world: World): void {
  const count = receiptCount - world.receipts.size;
  for (let index = 0; index < count; index += 1) {
    const recent = index % 3 === 0 ? 1 - (index / count) ** 2 * 0.04 : index / count;
    const now = Math.min(recent * world.clock.end, world.clock.end - 120);
    const story = startStory(random.fork(`letter ${index}`), world, now);
    const matter = drawMatter(story.random, momentOf(story));
    const channel = world.channels.get(matter.section);
    if (channel) {
      const wish = index % 9 === 0 ? { nature: "physical" as const } : {};
      const clerk = story.random.pick(world.clerks);
      const receipt = diarise(story, matter, { clerk, wish });
      const hand = story.random.pick(channel.hands).post;
      readAndClose(story, receipt, { channel, hand });
    }
  }
}

function momentOf({ world, now }: Story): Date {
  return world.clock.momentOf(now) ?? new Date(0);
}
