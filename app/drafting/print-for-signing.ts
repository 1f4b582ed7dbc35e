/**
 * INVARIANT: the number stands on paper from the print on, so it belongs to this letter to be. It is either
 * issued with the scan or recorded as cancelled with a reason: in both cases the series has no gap.
 */
import { randomBytes } from "node:crypto";
import {
  type Actor,
  change,
  conflict,
  inLanguage,
  insert,
  now,
  record,
  store,
  t,
  today,
  transaction,
  withStoredFile,
} from "../base/index.ts";
import { inspectPdf } from "../documents/index.ts";
import { issueNumber } from "../numbering/index.ts";
import { checkComplete } from "./check-complete.ts";
import { lockDraft, refuseOther, type Draft } from "./draft.ts";
import type { DraftedLetter } from "./drafted-letter.ts";
import { drawLetter } from "./draw-letter.ts";
import { refuseUnless } from "./refuse-unless.ts";
import { letterSeries } from "./series.ts";
import { checkRank, namedSignatory, type Signer } from "./signatory.ts";
import { letterAt } from "./version.ts";
import { qrTextOf } from "./wet-token.ts";

export interface PrintedDraft {
  readonly number: string;
  readonly pages: number;
}

/** Numbers the approved version and draws it with the QR code by which its signed scan is known again. */
export function printForSigning(
  actor: Actor,
  { id, version }: { readonly id: string; readonly version: number },
): Promise<PrintedDraft> {
  return transaction(async () => {
    const { draft, item } = await lockDraft(actor, id);
    refuseUnless(actor, "print", { draft, item });
    refuseOther(draft, version);
    const letter = await letterAt(id, version);
    const signatory = await signatoryOf(actor, draft, letter);
    const number = await issueNumber({ purpose: letterSeries.purpose, unitId: draft.unitId });
    const print = await drawPrint({ draft, letter, signatory, number: number.number });
    await change(
      "drafts",
      { id },
      {
        ...print,
        state: "awaiting-scan",
        wetNumber: number.number,
        wetSerial: number.serial,
        wetYear: number.year,
        wetSignatoryId: signatory.employeeId,
      },
    );
    await record(actor, "draft.printed", {
      subject: { type: "draft", id, itemId: item.id },
      detail: { version, number: number.number, sha256: print.wetSha256, pages: print.wetPages },
    });
    return { number: number.number, pages: print.wetPages };
  });
}

/** Who will sign the paper. It must be somebody: his name stands under the letter. */
async function signatoryOf(actor: Actor, draft: Draft, letter: DraftedLetter): Promise<Signer> {
  checkComplete(letter);
  const signatory = await namedSignatory(letter.signatoryPostId ?? "");
  await checkRank(actor, { draft, letter, post: signatory.post });
  if (signatory.employeeId === null) {
    throw conflict("Nobody holds the post that signs this letter. Name another signatory.");
  }
  return signatory;
}

interface Printing {
  readonly draft: Draft;
  readonly letter: DraftedLetter;
  readonly signatory: Signer;
  readonly number: string;
}

/** The print as the draft's columns keep it. */
async function drawPrint({ draft, letter, number, signatory }: Printing) {
  const wetToken = randomBytes(15).toString("base64url");
  const wetOn = today(now());
  const pdf = await drawLetter(letter, {
    unitId: draft.unitId,
    signatory,
    number,
    date: wetOn,
    qr: { text: qrTextOf(wetToken), caption: captionIn(letter.language) },
  });
  const { sha256, bytes } = await store([pdf]);
  return { wetToken, wetOn, wetSha256: sha256, wetBytes: bytes, wetPages: await pagesOf(sha256) };
}

/** Gives the print up; its number is recorded as cancelled and never used again. */
export function cancelPrint(
  actor: Actor,
  { id, reason }: { readonly id: string; readonly reason: string },
): Promise<void> {
  return transaction(async () => {
    const { draft, item } = await lockDraft(actor, id);
    refuseUnless(actor, "scan", { draft, item });
    await insert("cancelled_numbers", {
      unitId: draft.unitId,
      year: draft.wetYear,
      serial: draft.wetSerial,
      number: draft.wetNumber,
      draftId: id,
      reason,
      postId: actor.postId,
      employeeId: actor.employeeId,
      at: now(),
    });
    await change("drafts", { id }, { state: "approved", ...noPrint });
    await record(actor, "draft.print-cancelled", {
      subject: { type: "draft", id, itemId: item.id },
      detail: { number: draft.wetNumber, reason },
    });
  });
}

const noPrint = {
  wetToken: null,
  wetNumber: null,
  wetSerial: null,
  wetYear: null,
  wetOn: null,
  wetSignatoryId: null,
  wetSha256: null,
  wetBytes: null,
  wetPages: null,
} as const;

function captionIn(language: "hi" | "en"): string {
  return inLanguage(language, () => t("Do not cover"));
}

async function pagesOf(sha256: string): Promise<number> {
  const facts = await withStoredFile(sha256, inspectPdf);
  if ("failure" in facts) {
    throw new Error(`The letter that was drawn cannot be read: ${facts.failure}`);
  }
  return facts.pages;
}
