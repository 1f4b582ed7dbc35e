import { fill, type Both } from "../both.ts";
import { categoryOf } from "../categories.ts";
import { documentOf, type NoteDocument } from "../notes.ts";
import { readTable } from "../read-table.ts";
import { written } from "../letters/paper.ts";
import { note, type Case } from "./noting.ts";
import type { PlannedAddressee, PlannedDraft, PlannedFile, PlannedReceipt } from "./plan.ts";
import type { DispatchMode } from "./steps.ts";
import { act, holderOf, sendAndOpen, type Story } from "./story.ts";
import { workingDay } from "./working-clock.ts";

const sentences = readTable("content/decisions", ["purpose", "language", "text"]);

/** The hand drafts, superiors correct, approve and sign, the letter goes out, the file comes back. */
export function reply(story: Story, matter: Case, to: string | null): void {
  const { random } = story;
  const { channel, file, hand } = matter;
  const draft = planDraft(story, matter, to);
  act(story, hand.post, { kind: "draft", item: file, draft });
  note(story, matter, [hand, "draft"]);
  sendAndOpen(story, file, { to: channel.officer.post, action: "approval" });
  if (random.chance(0.4)) {
    revise(story, matter, draft);
  }
  sendAndOpen(story, file, { to: channel.signatory.post, action: "signature" });
  if (random.chance(0.15)) {
    revise(story, matter, draft);
  }
  act(story, channel.signatory.post, { kind: "approveDraft", item: file, draft });
  act(story, channel.signatory.post, { kind: "issue", item: file, draft });
  sendAndOpen(story, file, { to: hand.post, action: "compliance" });
  dispatch(story, matter, draft);
}

function planDraft(story: Story, matter: Case, to: string | null): string {
  const { random, world, language } = story;
  const file = world.files.get(matter.file);
  const receipt = to === null ? undefined : world.receipts.get(to);
  if (!file) {
    throw new Error(`no file ${matter.file}`);
  }
  const key = `draft-${String(world.drafts.size + 1).padStart(3, "0")}`;
  const draft: PlannedDraft = {
    key,
    file: file.key,
    replyTo: to,
    form: random.pick(["letter", "letter", "letter", "order", "office_memorandum", "do_letter"]),
    nature: receipt ? "reply" : random.pick(["fresh", "reminder"]),
    language,
    subject: file.subject,
    body: writeBody(story, file),
    references: receipt ? [referenceTo(receipt)] : [],
    addressee: receipt ? senderOf(receipt) : collectorOf(file),
    copies: random.chance(0.6) ? copiesFor(file) : [],
    signatory: matter.channel.signatory.post,
  };
  world.drafts.set(key, draft);
  return key;
}

/** A superior's hand is seen in it: the closing is another. */
function revise(story: Story, matter: Case, key: string): void {
  const file = story.world.files.get(matter.file);
  if (file) {
    const body = writeBody(story, file);
    act(story, holderOf(story, matter.file), {
      kind: "reviseDraft",
      item: matter.file,
      draft: key,
      body,
    });
  }
}

function writeBody({ random, language }: Story, { matter }: PlannedFile): NoteDocument {
  const pick = (purpose: string) =>
    random.pick(sentences.filter((row) => row.purpose === purpose && row.language === language))
      .text;
  const decision = random.pick(["sanction", "sanction", "report", "report", "refusal"]);
  const facts = fill(categoryOf(matter.category).facts[language], matter.gaps[language]);
  return documentOf([`${pick("opening")} ${facts}`, pick(decision), pick("closing")]);
}

function referenceTo({ number, date, language }: PlannedReceipt): string {
  const day = written(date);
  return language === "hi"
    ? `आपका पत्र क्रमांक ${number ?? "निरंक"}, दिनांक ${day}`
    : `Your letter No. ${number ?? "nil"}, dated ${day}`;
}

function senderOf({ sender, matter }: PlannedReceipt): PlannedAddressee {
  const join = (language: "en" | "hi") =>
    [sender.address1, sender.address2, sender.city]
      .map((part) => part[language])
      .filter((part) => part !== "")
      .join(", ");
  return {
    name: sender.name,
    designation: sender.designation,
    office: sender.organisation,
    address: { en: join("en"), hi: join("hi") },
    post: sender.kind === "collector" ? `${matter.place.districtCode}:COLL` : null,
  };
}

function collectorOf({ matter }: PlannedFile): PlannedAddressee {
  const { district, districtCode } = matter.place;
  return {
    name: { en: "", hi: "" },
    designation: { en: "Collector", hi: "कलेक्टर" },
    office: { en: `District ${district.en}`, hi: `जिला ${district.hi}` },
    address: { en: `${district.en}, Chhattisgarh`, hi: `${district.hi}, छत्तीसगढ़` },
    post: `${districtCode}:COLL`,
  };
}

function copiesFor({ matter }: PlannedFile): Both[] {
  const { district } = matter.place;
  return [
    { en: `Collector, district ${district.en}`, hi: `कलेक्टर, जिला ${district.hi}` },
    { en: "Divisional Commissioner concerned", hi: "संबंधित संभागायुक्त" },
  ];
}

/** The letter leaves now; days later it is delivered, seldom it comes back. */
function dispatch(story: Story, { file, hand }: Case, draft: string): void {
  const { random, world } = story;
  const mode = random.pick<DispatchMode>(["email", "email", "speed_post", "peon_book", "portal"]);
  const trackingNumber = mode === "speed_post" ? `EC${random.between(1e8, 9e8)}IN` : null;
  act(story, hand.post, { kind: "dispatch", item: file, draft, mode, trackingNumber });
  const later = { ...story, now: story.now + random.between(1, 7) * workingDay };
  if (mode === "speed_post" && random.chance(0.08)) {
    const reason = { hi: "पते पर नहीं मिले", en: "Addressee not found" }[story.language];
    act(later, hand.post, { kind: "undelivered", item: file, draft, reason });
  } else if (mode !== "email" || world.drafts.size % 2 === 0) {
    act(later, hand.post, { kind: "deliver", item: file, draft });
  }
}
