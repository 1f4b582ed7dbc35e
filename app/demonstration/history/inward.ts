import type { Matter } from "../matters.ts";
import type { Channel } from "./channels.ts";
import { planReceipt, type LetterWish } from "./plan-receipt.ts";
import { act, giveBack, send, sendAndOpen, wait, type Story } from "./story.ts";

/** A letter is diarised in the registry, or by the section's own hand; returns its key. */
export function diarise(story: Story, matter: Matter, from: Diarising): string {
  const receipt = planReceipt(story, matter, from.wish);
  act(story, from.clerk, { kind: "diarise", item: receipt });
  story.desks.set(receipt, from.clerk);
  return receipt;
}

export interface Diarising {
  readonly clerk: string;
  readonly wish?: LetterWish;
}

/** From the registry through the Section Officer to the dealing hand, who opens it. */
export function bringToHand(story: Story, receipt: string, to: Inward): void {
  const { random, world } = story;
  const { channel, hand } = to;
  if (random.chance(0.05)) {
    strayToAnotherSection(story, receipt, channel);
  } else if (random.chance(0.03)) {
    sendAndTakeBack(story, receipt, channel);
  }
  wait(story, random.between(600, 7200));
  sendAndOpen(story, receipt, {
    to: channel.officer.post,
    action: "action",
    copies: random.chance(0.12) ? [channel.signatory.post] : [],
    dueOn: world.receipts.get(receipt)?.dueOn ?? null,
  });
  sendAndOpen(story, receipt, { to: hand, action: random.pick(["examine", "action"]) });
}

export interface Inward {
  readonly channel: Channel;
  readonly hand: string;
}

/** Marked to the wrong section, which gives it back. */
function strayToAnotherSection(story: Story, receipt: string, right: Channel): void {
  const clerk = story.desks.get(receipt);
  const others = [...story.world.channels.values()].filter((channel) => channel !== right);
  const wrong = story.random.pick(others);
  if (clerk !== undefined) {
    sendAndOpen(story, receipt, { to: wrong.officer.post, action: "action" });
    giveBack(story, receipt, clerk);
  }
}

/** The clerk notices the wrong name before it is opened. */
function sendAndTakeBack(story: Story, receipt: string, right: Channel): void {
  const clerk = story.desks.get(receipt);
  const others = [...story.world.channels.values()].filter((channel) => channel !== right);
  if (clerk !== undefined) {
    send(story, receipt, { to: story.random.pick(others).officer.post, action: "action" });
    act(story, clerk, { kind: "pullBack", item: receipt });
    story.desks.set(receipt, clerk);
  }
}

/** A letter that needs no file: seen, and closed or sent on for information. */
export function readAndClose(story: Story, receipt: string, { channel, hand }: Inward): void {
  bringToHand(story, receipt, { channel, hand });
  if (story.random.chance(0.3)) {
    sendAndOpen(story, receipt, { to: channel.officer.post, action: "information" });
  }
  const remark = { hi: "जानकारी नोट की गई। कार्यवाही अपेक्षित नहीं।", en: "Noted. No action needed." };
  const holder = story.desks.get(receipt) ?? hand;
  act(story, holder, { kind: "close", item: receipt, remark: remark[story.language] });
}
