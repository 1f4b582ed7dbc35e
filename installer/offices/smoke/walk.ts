import { randomUUID } from "node:crypto";
import { TOTP } from "otpauth";
import { trialPaper } from "./trial-paper.ts";
import { Unexpected, type Visitor } from "./visitor.ts";

/** A step of the trial letter, in the order of the sign-off sheet. */
export type StepName =
  | "signIn"
  | "password"
  | "secondFactor"
  | "diarise"
  | "openFile"
  | "draft"
  | "sign"
  | "dispatch"
  | "close"
  | "signOut";

export interface Trial {
  readonly login: string;
  readonly password: string;
  readonly postId: string;
}

/** What the walk finds on its way. */
export interface Numbers {
  receipt: string;
  letter: string;
  outward: string;
}

type Tell = (step: StepName, milliseconds: number) => void;

/** Takes one letter from receipt to dispatch, as a person would, and closes everything behind itself. */
export async function walk(visitor: Visitor, trial: Trial, tell: Tell): Promise<Numbers> {
  const timed = async <T>(step: StepName, work: () => Promise<T>): Promise<T> => {
    const begun = performance.now();
    const result = await work();
    tell(step, Math.round(performance.now() - begun));
    return result;
  };
  await timed("signIn", () => comeIn(visitor, trial));
  await timed("password", () => changePassword(visitor, trial));
  await timed("secondFactor", () => addApp(visitor));
  const receipt = await timed("diarise", () => diarise(visitor));
  const fileId = await timed("openFile", () => openFile(visitor, receipt.id));
  const draftId = await timed("draft", () => draft(visitor, fileId, trial.postId));
  const letter = await timed("sign", () => sign(visitor, draftId));
  const outward = await timed("dispatch", () => dispatch(visitor, letter.letterId));
  await timed("close", () => close(visitor, fileId));
  await timed("signOut", () => visitor.send("/sign-out", {}));
  return { receipt: receipt.number, letter: letter.number, outward };
}

async function comeIn(visitor: Visitor, { login, password }: Trial): Promise<void> {
  const page = await visitor.open("/sign-in");
  if (page.status !== 200) {
    throw new Unexpected(`/sign-in: ${page.status}`);
  }
  await visitor.send("/sign-in", { login, password });
}

async function changePassword(visitor: Visitor, { password: present }: Trial): Promise<void> {
  const password = `${randomUUID()} ${randomUUID()}`;
  await visitor.send("/password", { present, password, again: password });
}

/** Whoever signs letters needs a second factor: the trial sets one up as an officer does. */
async function addApp(visitor: Visitor): Promise<void> {
  const { secret } = await visitor.read<{ secret: string }>("/me/security/app");
  const code = new TOTP({ secret: secret.replaceAll(" ", "") }).generate();
  await visitor.send("/me/security/app", { name: "Trial", code });
}

interface Registered {
  readonly id: string;
  readonly number: string;
}

async function diarise(visitor: Visitor): Promise<Registered> {
  const form = new FormData();
  const entries = {
    subject: "परीक्षण पत्र / Trial letter",
    deliveryMode: "by_hand",
    letterNumber: randomUUID(),
    senderName: "Trial",
    senderType: "citizen",
    mainCategory: "establishment",
    despiteDuplicates: "true",
  };
  for (const [name, value] of Object.entries(entries)) {
    form.set(name, value);
  }
  form.set("files", new Blob([await trialPaper()], { type: "application/pdf" }), "trial.pdf");
  return visitor.send<Registered>("/receipts", form);
}

async function openFile(visitor: Visitor, receiptId: string): Promise<string> {
  const { id } = await visitor.send<{ id: string }>("/files", {
    subject: "परीक्षण नस्ती / Trial file",
    mainCategory: "establishment",
    numbering: "free",
    freeNumber: `TRIAL/${randomUUID()}`,
    receiptId,
  });
  return id;
}

async function draft(visitor: Visitor, itemId: string, postId: string): Promise<string> {
  const { id } = await visitor.send<{ id: string }>("/drafts", {
    itemId,
    form: "letter",
    language: "hi",
    subject: "परीक्षण",
    to: "परीक्षण प्राप्तकर्ता\nरायपुर",
    signatoryPostId: postId,
    body: "यह एक परीक्षण पत्र है। This is a trial letter.",
  });
  return id;
}

interface Signed {
  readonly letterId: string;
  readonly number: string;
}

async function sign(visitor: Visitor, draftId: string): Promise<Signed> {
  await visitor.send(`/drafts/${draftId}/approval`, { version: "1" });
  return visitor.send<Signed>(`/drafts/${draftId}/signature`, { version: "1" });
}

async function dispatch(visitor: Visitor, letterId: string): Promise<string> {
  const { body } = await visitor.open(`/letters/${letterId}`);
  const [, ids] = /\/dispatches\/new\?ids=([0-9a-f-]{36})/.exec(body) ?? [];
  if (ids === undefined) {
    throw new Unexpected(`/letters/${letterId}: nothing waits for dispatch`);
  }
  const { dispatched } = await visitor.send<{ dispatched: { outwardNumber: string }[] }>(
    "/dispatches",
    { ids, mode: "by_hand" },
  );
  return dispatched[0]?.outwardNumber ?? "";
}

async function close(visitor: Visitor, fileId: string): Promise<void> {
  await visitor.send(`/files/${fileId}/closure`, {
    recordCategory: "C",
    closingRemarks: "परीक्षण समाप्त / Trial over",
  });
}
