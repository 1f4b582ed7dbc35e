/**
 * INVARIANT: drawing and signing, which take long, are done before the locks are taken, for the number that
 * is next. If another letter took that number meanwhile, they are done again under the lock.
 */
import {
  type Actor,
  conflict,
  forbidden,
  inLanguage,
  now,
  store,
  t,
  today,
  transaction,
} from "../base/index.ts";
import { registerDocument } from "../documents/index.ts";
import { issueNumber, previewNumber } from "../numbering/index.ts";
import { findPost } from "../organisation/index.ts";
import { signingCertificateOf, signPdf, type SigningCertificate } from "../signing/index.ts";
import { checkComplete } from "./check-complete.ts";
import { findDraft, lockDraft, refuseOther, type Draft } from "./draft.ts";
import type { DraftedLetter } from "./drafted-letter.ts";
import { drawLetter } from "./draw-letter.ts";
import { issueLetter, type Issued } from "./issue-letter.ts";
import { refuseUnless } from "./refuse-unless.ts";
import { letterSeries } from "./series.ts";
import { checkRank, isSameOrAbove } from "./signatory.ts";
import { letterAt } from "./version.ts";

interface Signing {
  readonly actor: Actor;
  readonly draft: Draft;
  readonly letter: DraftedLetter;
  readonly certificate: SigningCertificate;
  readonly at: Date;
}

/** Signs the approved version with the actor's certificate, gives it its number and issues it. */
export async function signDraft(
  actor: Actor,
  { id, version }: { readonly id: string; readonly version: number },
): Promise<Issued> {
  const seen = await findDraft(actor, id);
  refuseUnless(actor, "sign", seen);
  refuseOther(seen.draft, version);
  const letter = await letterAt(id, version);
  await refuseUnlessSignatory(actor, seen.draft, letter);
  const certificate = await signingCertificateOf(actor);
  const signing = { actor, draft: seen.draft, letter, certificate, at: now() };
  const series = { purpose: letterSeries.purpose, unitId: seen.draft.unitId };
  const expected = await previewNumber(series);
  const prepared = await drawSigned(signing, expected);
  return transaction(async () => {
    const { draft, item } = await lockDraft(actor, id);
    refuseUnless(actor, "sign", { draft, item });
    refuseOther(draft, version);
    const number = await issueNumber(series);
    const stored = number.number === expected ? prepared : await drawSigned(signing, number.number);
    return issueLetter(actor, {
      draft,
      item,
      letter,
      document: await registerDocument(
        actor,
        { ...stored, field: "", name: nameFor(number.number) },
        { ours: true },
      ),
      number,
      issuedOn: today(signing.at),
      signedAt: signing.at,
      signing: "certificate",
      certificateId: certificate.id,
      signatoryPostId: actor.postId,
      signatoryId: actor.employeeId ?? refuseNobody(),
    });
  });
}

/** The signatory the draft names, or a superior of his; and of the rank the letter needs. */
async function refuseUnlessSignatory(
  actor: Actor,
  draft: Draft,
  letter: DraftedLetter,
): Promise<void> {
  checkComplete(letter);
  const named = letter.signatoryPostId ?? "";
  if (!(await isSameOrAbove(actor.postId, named))) {
    throw conflict("{post} signs this letter. Send it there, or name another signatory.", {
      post: inNames(await findPost(named)),
    });
  }
  await checkRank(actor, { draft, letter, post: await findPost(actor.postId) });
}

async function drawSigned(signing: Signing, number: string) {
  const { actor, at, certificate, draft, letter } = signing;
  const pdf = await drawLetter(letter, {
    unitId: draft.unitId,
    signatory: { post: await findPost(actor.postId), employeeId: actor.employeeId },
    number,
    date: today(at),
    signature: { at, serial: certificate.serialNumber },
  });
  const signed = inLanguage(letter.language, () =>
    signPdf({
      pdf,
      signer: certificate.signer,
      reason: t("Issue of letter No. {number}", { number }),
      location: letter.place ?? "",
      at,
    }),
  );
  return store([signed]);
}

/** A name under which the letter can be kept; strokes of the number would be folders. */
export function nameFor(number: string): string {
  return `${number.replaceAll("/", "-")}.pdf`;
}

function inNames({ nameEn, nameHi }: { nameEn: string; nameHi: string }): string {
  return nameHi === nameEn ? nameEn : `${nameHi} (${nameEn})`;
}

function refuseNobody(): never {
  throw forbidden();
}
