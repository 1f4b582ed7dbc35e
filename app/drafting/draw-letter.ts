import type { Letter, LetterQr, SignatureMark } from "./letter/index.ts";
import { renderLetter } from "./letter/index.ts";
import type { RichNode } from "../documents/index.ts";
import type { DraftAddressee, DraftedLetter } from "./drafted-letter.ts";
import { letterheadOf } from "./letterhead.ts";
import { signatureBlock, type Signer } from "./signatory.ts";

/** What a letter has beside what was written: from whom, and what is known of its issue. */
export interface Particulars {
  readonly unitId: string;
  readonly signatory: Signer | undefined;
  readonly number?: string;
  readonly date?: string;
  readonly signature?: SignatureMark;
  readonly qr?: LetterQr;
  readonly draft?: boolean;
}

/** Draws what was written as it goes on paper. */
export async function drawLetter(
  written: DraftedLetter,
  { signatory, unitId, ...particulars }: Particulars,
): Promise<Buffer> {
  const { body, to, copies, signatoryPostId: _post, ...rest } = written;
  const letter = {
    ...rest,
    ...particulars,
    letterhead: await letterheadOf(unitId),
    to: to.map(onPaper),
    copies: copies.map(onPaper),
    body: withoutReferences(body as unknown as RichNode),
    signatory: signatory ? await signatureBlock(signatory, unitId) : nobody,
    ...(particulars.number === undefined ? {} : { endorsementNumber: particulars.number }),
  };
  return renderLetter(definedOnly(letter) as unknown as Letter);
}

function onPaper({ postId: _post, email: _email, ...addressee }: DraftAddressee) {
  return definedOnly(addressee);
}

/** Outside nobody can follow a reference into a file; its words stay. */
function withoutReferences(node: RichNode): RichNode {
  if (node.type === "reference") {
    const label = node.attrs?.["label"];
    return { type: "text", text: typeof label === "string" ? label : "" };
  }
  return node.content ? { ...node, content: node.content.map(withoutReferences) } : node;
}

const nobody = {
  nameHi: "……………………",
  nameEn: "……………………",
  designationHi: "",
  designationEn: "",
  departmentHi: "",
  departmentEn: "",
};

function definedOnly(given: object): object {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
}
