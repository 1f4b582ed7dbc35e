import { categoryOf } from "../categories.ts";
import type { Matter } from "../matters.ts";
import { bringToHand, diarise } from "./inward.ts";
import { climb, consultFinance, decide, note, type Case } from "./noting.ts";
import { reply } from "./outward.ts";
import { act, holderOf, isOver, sendAndOpen, wait, type Story } from "./story.ts";
import { workingDay } from "./working-clock.ts";

export interface FileWish {
  readonly matter: Matter;
  /** How often the matter comes up again. */
  readonly rounds: number;
  readonly ending: "created" | "closed" | "parked" | "open" | "submitted";
  /** Pages of the letters that come in, one after another; else as they come. */
  readonly pages?: readonly number[];
  readonly notes?: number;
}

/** A file from the letter it begins with to where it rests, or to the end of the history. */
export function tellFile(story: Story, wish: FileWish): string | undefined {
  const { random, world } = story;
  const channel = world.channels.get(wish.matter.section);
  if (!channel) {
    throw new Error(`no channel for ${wish.matter.section}`);
  }
  const hand = random.pick(channel.hands);
  const first = wish.pages || random.chance(0.75) ? arrive(story, wish, [channel, hand, 0]) : null;
  if (isOver(story)) {
    return undefined;
  }
  const file = createFile(story, wish.matter, hand.post);
  const matter: Case = { file, channel, hand, notesLeft: wish.notes ?? Number.POSITIVE_INFINITY };
  if (first !== null) {
    act(story, hand.post, { kind: "putInFile", item: first, file });
  }
  if (wish.ending !== "created") {
    goThroughRounds(story, matter, { ...wish, first });
    rest(story, matter, wish.ending);
  }
  return file;
}

type Arrival = readonly [Case["channel"], Case["hand"], number];

/** A letter comes through the registry, or straight to the section. */
function arrive(story: Story, wish: FileWish, [channel, hand, round]: Arrival): string {
  const { random, world } = story;
  const pages = wish.pages?.[round];
  const letter = pages === undefined ? {} : { wish: { pages } };
  const kind = { ...wish.matter, senderKind: round === 0 ? wish.matter.senderKind : "collector" };
  if (wish.pages === undefined && random.chance(0.12)) {
    return diarise(story, kind, { clerk: hand.post });
  }
  const receipt = diarise(story, kind, { clerk: random.pick(world.clerks), ...letter });
  bringToHand(story, receipt, { channel, hand: hand.post });
  return receipt;
}

function createFile(story: Story, matter: Matter, hand: string): string {
  const { random, world, language, priority } = story;
  const key = `file-${String(world.files.size + 1).padStart(3, "0")}`;
  world.files.set(key, {
    key,
    section: matter.section,
    language,
    subject: matter.subject[language],
    category: matter.category,
    head: categoryOf(matter.category).head,
    priority,
    classification: random.chance(0.03) ? "confidential" : "normal",
    matter,
  });
  act(story, hand, { kind: "createFile", item: key });
  story.desks.set(key, hand);
  return key;
}

interface Rounds extends FileWish {
  readonly first: string | null;
}

function goThroughRounds(story: Story, matter: Case, wish: Rounds): void {
  let letter = wish.first;
  for (let round = 0; round < wish.rounds && !isOver(story); round += 1) {
    if (round > 0) {
      letter = betweenRounds(story, matter, [wish, round]);
    }
    propose(story, matter);
    if (!isOver(story) && story.random.chance(0.6)) {
      reply(story, matter, letter);
    }
  }
}

/** The hand proposes, the channel looks at it, somebody decides. */
function propose(story: Story, matter: Case): void {
  const { random } = story;
  const highest = matter.channel.upward.length - 1;
  // The Chief Secretary stands last; few matters go so far.
  const top = random.chance(0.06) ? highest : random.between(1, Math.max(1, highest - 1));
  note(story, matter, [matter.hand, "propose"]);
  climb(story, matter, top);
  if (random.chance(0.1)) {
    consultFinance(story, matter);
  }
  decide(story, matter, top);
}

/** Days or weeks go by, on the desk or parked, until the next letter or a reminder. */
function betweenRounds(story: Story, matter: Case, [wish, round]: [FileWish, number]) {
  const { random, world } = story;
  const { file, hand } = matter;
  const days = random.between(4, 22);
  const parks = days > 8 && random.chance(0.6);
  if (parks) {
    park(story, file, days);
  }
  wait(story, days * workingDay);
  const due = wish.pages ? wish.pages[round] !== undefined : random.chance(0.4);
  const room = !isOver(story) && (wish.pages !== undefined || world.receipts.size < 360);
  const letter = due && room ? arrive(story, wish, [matter.channel, hand, round]) : null;
  if (parks) {
    act(story, hand.post, { kind: "unpark", item: file });
  }
  if (letter === null) {
    note(story, matter, [hand, "remind"]);
  } else {
    act(story, hand.post, { kind: "putInFile", item: letter, file });
  }
  return letter;
}

function park(story: Story, file: string, days: number): void {
  const remark = { hi: "प्रतिवेदन प्राप्त होने तक", en: "Until the report is received" };
  act(story, holderOf(story, file), {
    kind: "park",
    item: file,
    until: story.world.clock.dayAfter(story.now, days),
    remark: remark[story.language],
  });
}

/** Closed by the Section Officer, parked by the hand, lately put up again, or left lying. */
function rest(story: Story, matter: Case, ending: FileWish["ending"]): void {
  if (ending === "submitted") {
    submitLately(story, matter);
  }
  if (ending === "parked") {
    park(story, matter.file, story.random.between(20, 60));
  }
  if (ending === "closed") {
    note(story, matter, [matter.hand, "comply"]);
    sendAndOpen(story, matter.file, { to: matter.channel.officer.post, action: "orders" });
    const remark = { hi: "कार्यवाही पूर्ण। नस्तीबद्ध।", en: "Action complete. Closed." };
    act(story, matter.channel.officer.post, {
      kind: "close",
      item: matter.file,
      remark: remark[story.language],
    });
  }
}

/** In the last days of the history the file goes up once more, and lies with an officer when it ends. */
function submitLately(story: Story, matter: Case): void {
  const { random, world } = story;
  const { file, channel, hand } = matter;
  story.now = Math.max(story.now, world.clock.end - random.between(2, 9) * workingDay);
  note(story, matter, [hand, "propose"]);
  sendAndOpen(story, file, { to: channel.officer.post, action: "approval" });
  sendAndOpen(story, file, { to: channel.signatory.post, action: "orders" });
  wait(story, (world.clock.end * 2) / story.haste);
}
