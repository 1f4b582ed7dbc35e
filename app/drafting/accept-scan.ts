import {
  invalid,
  now,
  Refusal,
  row,
  transaction,
  withStoredFile,
  words,
  type Actor,
  type UploadedFile,
} from "../base/index.ts";
import { readQrCodes, registerDocument } from "../documents/index.ts";
import { viewer, visibleTo } from "../movement/index.ts";
import { lockDraft, type Draft } from "./draft.ts";
import { issueLetter, type Issued } from "./issue-letter.ts";
import { refuseUnless } from "./refuse-unless.ts";
import { letterAt } from "./version.ts";
import { tokensIn } from "./wet-token.ts";

export interface AcceptedScan extends Issued {
  /** How many pages were printed and how many were scanned, where they differ. */
  readonly pages?: { readonly printed: number; readonly scanned: number };
}

export interface ScanResult {
  readonly name: string;
  readonly accepted?: AcceptedScan;
  readonly refusal?: Pick<Refusal, "gaps"> & { readonly words: string };
}

/** Takes in the signed scan of one draft; a scan of another letter is refused. */
export async function acceptScan(
  actor: Actor,
  { id, file }: { readonly id: string; readonly file: UploadedFile },
): Promise<AcceptedScan> {
  const printed = await printedDraft(actor, file);
  if (printed.id !== id) {
    throw invalid("files", "{name} is the scan of letter {number}, not of this one.", {
      name: file.name,
      number: printed.wetNumber,
    });
  }
  return issueScanned(actor, id, file);
}

/** Takes in many scans; each finds its own letter by its QR code, and what does not is named. */
export async function acceptScans(
  actor: Actor,
  files: readonly UploadedFile[],
): Promise<ScanResult[]> {
  const results: ScanResult[] = [];
  for (const file of files) {
    try {
      const { id } = await printedDraft(actor, file);
      results.push({ name: file.name, accepted: await issueScanned(actor, id, file) });
    } catch (error) {
      results.push({ name: file.name, refusal: reasonOf(error) });
    }
  }
  return results;
}

function reasonOf(error: unknown) {
  if (!(error instanceof Refusal)) {
    throw error;
  }
  const [field] = error.fields;
  return { words: field?.words ?? error.message, gaps: field?.gaps ?? error.gaps };
}

interface Printed {
  readonly id: string;
  readonly wetNumber: string;
}

/** The print this scan shows. A print one may not see is as unknown as one that never was. */
async function printedDraft(actor: Actor, file: UploadedFile): Promise<Printed> {
  const tokens = tokensIn(await withStoredFile(file.sha256, readQrCodes));
  const found =
    tokens.length === 0
      ? undefined
      : await row<Printed>(
          `select d.id, d.wet_number as "wetNumber" from drafts d join items i on i.id = d.item_id
           where d.wet_token = any($tokens::text[]) and ${visibleTo("i")} limit 1`,
          { tokens, ...viewer(actor) },
        );
  if (!found) {
    const sentence =
      tokens.length === 0
        ? words(
            "No QR code of ours can be read on {name}. Scan it again, straight and at 300 dots.",
          )
        : words("The QR code on {name} belongs to no print that waits here.");
    throw invalid("files", sentence, { name: file.name });
  }
  return found;
}

function issueScanned(actor: Actor, id: string, file: UploadedFile): Promise<AcceptedScan> {
  return transaction(async () => {
    const { draft, item } = await lockDraft(actor, id);
    refuseUnless(actor, "scan", { draft, item });
    const document = await registerDocument(actor, file);
    const letter = await letterAt(id, draft.version);
    const issued = await issueLetter(actor, {
      ...printOf(draft),
      draft,
      item,
      letter,
      document,
      signedAt: now(),
      signing: "wet",
      certificateId: null,
    });
    const printed = draft.wetPages ?? document.pages;
    return document.pages === printed
      ? issued
      : { ...issued, pages: { printed, scanned: document.pages } };
  });
}

/** What was fixed when it was printed. */
function printOf(draft: Draft) {
  const { wetNumber, wetSerial, wetYear, wetOn, wetSignatoryId, signatoryPostId } = draft;
  if (
    wetNumber === null ||
    wetSerial === null ||
    wetYear === null ||
    wetOn === null ||
    wetSignatoryId === null ||
    signatoryPostId === null
  ) {
    throw new Error(`The print of draft ${draft.id} is not whole`);
  }
  return {
    number: { number: wetNumber, serial: wetSerial, year: wetYear },
    issuedOn: wetOn,
    signatoryId: wetSignatoryId,
    signatoryPostId,
  };
}
