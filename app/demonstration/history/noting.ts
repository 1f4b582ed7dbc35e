import { writeNote, type NotePurpose } from "../notes.ts";
import type { Channel, Desk } from "./channels.ts";
import { act, giveBack, holderOf, sendAndOpen, type Story } from "./story.ts";

/** A file on its way through the channel. */
export interface Case {
  readonly file: string;
  readonly channel: Channel;
  readonly hand: Desk;
  /** Stops writing when the file has as many notes as it is to have. */
  notesLeft: number;
}

/** The holder writes on the note sheet. */
export function note(story: Story, matter: Case, [desk, purpose]: [Desk, NotePurpose]): void {
  const file = story.world.files.get(matter.file);
  if (!file || matter.notesLeft === 0) {
    return;
  }
  const occasion = { level: desk.level, purpose, language: story.language, matter: file.matter };
  const text = writeNote(story.random, occasion);
  act(story, holderOf(story, matter.file), { kind: "note", item: matter.file, note: text });
  matter.notesLeft -= 1;
}

/** Up from the hand to `top`; somebody on the way may have a question. Ends with `top` holding it. */
export function climb(story: Story, matter: Case, top: number): void {
  const { channel } = matter;
  const asks = story.random.chance(0.35) ? story.random.between(0, top) : -1;
  for (const [index, desk] of channel.upward.slice(0, top + 1).entries()) {
    sendAndOpen(story, matter.file, {
      to: desk.post,
      action: index === 0 ? "examine" : "approval",
    });
    if (index === asks && desk.level !== "chief") {
      ask(story, matter, index);
    }
    if (index < top && story.random.chance(0.9)) {
      note(story, matter, [desk, "agree"]);
    }
  }
}

/** Back by one desk with a question; the answer comes back up the same way. */
function ask(story: Story, matter: Case, index: number): void {
  const { channel, file, hand } = matter;
  const desk = channel.upward[index] ?? channel.officer;
  const below = index === 0 ? hand : (channel.upward[index - 1] ?? hand);
  note(story, matter, [desk, "query"]);
  giveBack(story, file, below.post);
  if (below.level !== "hand") {
    sendAndOpen(story, file, { to: hand.post, action: "examine" });
  }
  note(story, matter, [hand, "answer"]);
  if (below.level !== "hand") {
    sendAndOpen(story, file, { to: below.post, action: "approval" });
  }
  sendAndOpen(story, file, { to: desk.post, action: "approval" });
}

/** The one on top decides and the file goes down, straight to the officer or desk by desk. */
export function decide(story: Story, matter: Case, top: number): void {
  const { channel, file, hand } = matter;
  const desk = channel.upward[top] ?? channel.signatory;
  note(story, matter, [desk, "decide"]);
  const between = story.random.chance(0.35) ? channel.upward.slice(1, top).toReversed() : [];
  for (const lower of between) {
    sendAndOpen(story, file, { to: lower.post, action: "compliance" });
  }
  if (top > 0) {
    sendAndOpen(story, file, { to: channel.officer.post, action: "compliance" });
  }
  sendAndOpen(story, file, { to: hand.post, action: "draft" });
}

/** Finance is asked and answers on the file; it comes back to whoever asked. */
export function consultFinance(story: Story, matter: Case): void {
  const finance = story.world.channels.get("FIN-EXP");
  if (!finance || finance.department === matter.channel.department) {
    return;
  }
  const asker = holderOf(story, matter.file);
  const under = finance.signatory;
  sendAndOpen(story, matter.file, { to: under.post, action: "concurrence" });
  sendAndOpen(story, matter.file, { to: finance.officer.post, action: "examine" });
  note(story, matter, [{ ...finance.officer, level: "finance" }, "examine"]);
  sendAndOpen(story, matter.file, { to: under.post, action: "approval" });
  note(story, matter, [{ ...under, level: "finance" }, "concur"]);
  sendAndOpen(story, matter.file, { to: asker, action: "compliance" });
}
