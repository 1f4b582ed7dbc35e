import type { Actor } from "../base/index.ts";
import type { Item } from "./item.ts";

/** An item about to leave a desk, inside the transaction that moves it. */
export interface Departure {
  readonly actor: Actor;
  readonly item: Item;
}

type Preparation = (departure: Departure) => Promise<void>;

const preparations = new Map<string, Preparation[]>();

/** Lets a higher module do its part before items of a kind leave a desk, or refuse. */
export function beforeLeaving(kind: string, preparation: Preparation): void {
  preparations.set(kind, [...(preparations.get(kind) ?? []), preparation]);
}

/** Lets every module do its part, in the order they were loaded. */
export async function prepareToLeave(departure: Departure): Promise<void> {
  for (const prepare of preparations.get(departure.item.kind) ?? []) {
    await prepare(departure);
  }
}

const closures = new Map<string, Preparation[]>();

/** Lets a higher module refuse, or finish its part, before items of a kind are closed. */
export function beforeClosing(kind: string, preparation: Preparation): void {
  closures.set(kind, [...(closures.get(kind) ?? []), preparation]);
}

export async function prepareToClose(departure: Departure): Promise<void> {
  for (const prepare of closures.get(departure.item.kind) ?? []) {
    await prepare(departure);
  }
}

const discards = new Map<string, Preparation[]>();

/** Lets a higher module refuse before items of a kind are thrown away. */
export function beforeDiscarding(kind: string, preparation: Preparation): void {
  discards.set(kind, [...(discards.get(kind) ?? []), preparation]);
}

export async function prepareToDiscard(departure: Departure): Promise<void> {
  for (const prepare of discards.get(departure.item.kind) ?? []) {
    await prepare(departure);
  }
}

type Attachment = (attaching: Departure & { readonly parent: Item }) => Promise<void>;

const attachments = new Map<string, Attachment[]>();

/** Lets a higher module take along what stands on an item that is put inside another. */
export function whenAttached(kind: string, attachment: Attachment): void {
  attachments.set(kind, [...(attachments.get(kind) ?? []), attachment]);
}

export async function followAttached(attaching: Parameters<Attachment>[0]): Promise<void> {
  for (const follow of attachments.get(attaching.item.kind) ?? []) {
    await follow(attaching);
  }
}
