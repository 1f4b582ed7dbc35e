import { expect } from "chai";
import { findSignatures } from "../../../app/signing/find-signatures.ts";
import { readCms } from "../../../app/signing/read-cms.ts";
import { verifyPdfSignatures } from "../../../app/signing/index.ts";
import { anAuthority, aPdf, aSigner, later, sign } from "../../signing/signed-letter.ts";
import type { Target } from "../fuzz.ts";

let made: Promise<{ pdf: Buffer; root: string }> | undefined;

function signedLetter(): Promise<{ pdf: Buffer; root: string }> {
  made ??= (async () => {
    const authority = await anAuthority();
    return { pdf: sign(await aPdf(), aSigner(authority)), root: authority.certificate };
  })();
  return made;
}

const nothing = (): boolean => false;

/** The envelope of a signature: whatever is not one of ours is nothing, never a failure. */
const cms: Target = {
  name: "signature-envelope",
  inputs: 2_000,
  seeds: async () => {
    const [found] = findSignatures((await signedLetter()).pdf);
    return [found?.cms ?? Buffer.alloc(0)];
  },
  read: (input) => readCms(input),
  isRefusal: nothing,
};

/** A signed letter in which anything was changed is valid for nobody. */
const signedPdf: Target = {
  name: "signed-letter",
  inputs: 6_000,
  seeds: async () => [(await signedLetter()).pdf],
  words: [
    "/ByteRange",
    "/Contents",
    "/Sig",
    "obj",
    "endobj",
    "xref",
    "startxref",
    "%%EOF",
    "<",
    ">",
  ],
  read: async (input) => {
    const { pdf, root } = await signedLetter();
    const reports = verifyPdfSignatures(input, [root], { now: later });
    if (!input.equals(pdf)) {
      expect(
        reports.filter(({ status, coversWholeFile }) => status === "valid" && coversWholeFile),
      ).to.have.length(0);
    }
  },
  isRefusal: nothing,
};

export const signatureTargets = [cms, signedPdf];
