import type { Both } from "../both.ts";
import { dayBefore, type Matter } from "../matters.ts";
import { drawSender, type Sender } from "../senders.ts";
import type { Random } from "../random.ts";
import { listUnits } from "../units.ts";
import type { PlannedReceipt } from "./plan.ts";
import type { Story } from "./story.ts";

export interface LetterWish {
  readonly pages?: number;
  readonly nature?: "electronic" | "physical";
}

const units = new Map(listUnits().map((unit) => [unit.code, unit]));

/** Writes the letter that arrives now; returns its key. */
export function planReceipt(story: Story, matter: Matter, wish: LetterWish = {}): string {
  const { random, world } = story;
  const key = `receipt-${String(world.receipts.size + 1).padStart(3, "0")}`;
  const sender = drawSender(random, matter);
  // The Government of India writes in English.
  const language = sender.city.en === "New Delhi" ? "en" : story.language;
  world.receipts.set(key, {
    key,
    matter,
    sender,
    language,
    subject: matter.subject[language],
    category: matter.category,
    section: matter.section,
    department: departmentOf(matter.section),
    form: sender.form,
    priority: story.priority,
    ...drawForm(random, sender, wish),
    ...drawDays(story, sender),
  });
  return key;
}

/** How the letter came: as what, how thick, with what. */
function drawForm(random: Random, sender: Sender, wish: LetterWish) {
  const pages = wish.pages ?? drawPages(random, sender.kind);
  const nature = wish.nature ?? "electronic";
  const scanned = pages < 10 && (nature === "physical" || random.chance(scanChance(sender)));
  return {
    pages,
    nature,
    scanned,
    deliveryMode: drawMode(random, scanned),
    classification: random.chance(0.03) ? ("confidential" as const) : ("normal" as const),
    acknowledge: sender.vip !== null || random.chance(0.2),
    ...drawEnclosures(random, pages),
  };
}

function drawDays({ random, world, now }: Story, sender: Sender) {
  const at = world.clock.momentOf(now);
  if (!at) {
    throw new Error("a letter cannot arrive after the history");
  }
  return {
    receivedOn: at.toISOString().slice(0, 10),
    date: dayBefore(at, random.between(1, 9)).split(".").toReversed().join("-"),
    number: drawNumber(random, sender, at),
    dueOn: random.chance(0.3) ? world.clock.dayAfter(now, random.between(5, 30)) : null,
  };
}

function departmentOf(section: string): Both {
  const department = units.get(section.split("-")[0] ?? section);
  return { en: department?.nameEn ?? section, hi: department?.nameHi ?? section };
}

const pagesByKind: Readonly<Record<string, readonly [number, number]>> = {
  citizen: [1, 3],
  employee: [1, 2],
  mla: [1, 2],
  mp: [1, 2],
  panchayat: [1, 3],
  court: [3, 6],
};

function drawPages(random: Random, kind: string): number {
  const [low, high] = pagesByKind[kind] ?? [2, 5];
  return random.between(low, high);
}

/** Villages and legislators write on paper; offices send files. */
function scanChance({ kind }: Sender): number {
  return ["citizen", "panchayat", "mla", "association"].includes(kind) ? 0.32 : 0.08;
}

function drawNumber(random: Random, sender: Sender, at: Date): string | null {
  if (sender.type === "citizen") {
    return null;
  }
  const serial = random.between(12, 8900);
  const series = sender.vip ? "DO" : random.pick(["स्था.", "लेखा", "योजना", "राजस्व", "विविध", "तक."]);
  return `${serial}/${series}/${at.getUTCFullYear()}`;
}

function drawMode(random: Random, scanned: boolean): PlannedReceipt["deliveryMode"] {
  return scanned
    ? random.pick(["by_hand", "ordinary_post", "registered_post", "speed_post"])
    : random.pick(["email", "email", "by_hand"]);
}

/** Now and then an enclosure that the letter speaks of is not there. */
function drawEnclosures(random: Random, pages: number) {
  const stated = pages > 1 ? random.between(1, 3) : 0;
  const missing = stated > 1 && random.chance(0.06) ? 1 : 0;
  return { enclosuresStated: stated, enclosuresFound: stated - missing };
}
