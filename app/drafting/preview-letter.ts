import { Readable } from "node:stream";
import type { Actor, Download } from "../base/index.ts";
import { findDraft } from "./draft.ts";
import { drawLetter } from "./draw-letter.ts";
import { namedSignatory } from "./signatory.ts";
import { letterAt } from "./version.ts";
import { findWorkingCopy } from "./working-copy.ts";

/** The draft as it would look on paper, marked as a draft on every page. */
export async function previewLetter(
  actor: Actor,
  { id, version }: { readonly id: string; readonly version?: number | undefined },
): Promise<Download> {
  const { draft } = await findDraft(actor, id);
  const letter = await letterAt(id, version ?? draft.version);
  const copy = version === undefined ? await findWorkingCopy(actor, id) : undefined;
  const pdf = await drawLetter(
    copy?.version === draft.version ? { ...letter, body: copy.body } : letter,
    {
      unitId: draft.unitId,
      signatory: letter.signatoryPostId ? await namedSignatory(letter.signatoryPostId) : undefined,
      draft: true,
    },
  );
  return pdfAnswer(pdf, `draft-${version ?? draft.version}.pdf`);
}

function pdfAnswer(pdf: Buffer, name: string): Download {
  return {
    kind: "download",
    mediaType: "application/pdf",
    name,
    inline: true,
    bytes: pdf.length,
    open: (range) => Readable.from([range ? pdf.subarray(range.start, range.end + 1) : pdf]),
  };
}
