import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { renderLetter } from "../../app/drafting/letter/index.ts";
import {
  createAuthority,
  issueCertificate,
  openSigner,
  signPdf,
  type Authority,
  type CertificateSubject,
  type Signer,
} from "../../app/signing/index.ts";
import { aLetter } from "../drafting/letter-samples.ts";

export const issuedOn = new Date("2026-01-01T00:00:00Z");
export const signedAt = new Date("2026-11-21T06:12:00Z");
export const later = new Date("2026-12-01T00:00:00Z");

/** Runs `work` in a folder of its own, which is gone afterwards. */
export async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), "signing-"));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

export function anAuthority(): Promise<Authority> {
  return inFolder((folder) => createAuthority(folder, issuedOn));
}

export function aSubject(changes: Partial<CertificateSubject> = {}): CertificateSubject {
  return {
    commonName: "रश्मि वर्मा",
    designation: "अवर सचिव",
    organisation: "छत्तीसगढ़ शासन",
    serial: "EMP1001",
    email: "us-gad@example.in",
    validFrom: issuedOn,
    validUntil: new Date("2028-01-01T00:00:00Z"),
    ...changes,
  };
}

export function aSigner(authority: Authority, changes: Partial<CertificateSubject> = {}): Signer {
  return openSigner(authority, issueCertificate(authority, aSubject(changes)));
}

const drawn = renderLetter(aLetter("letter", "hi", { signature: { at: signedAt } }));

export async function aPdf(): Promise<Buffer> {
  return Buffer.from(await drawn);
}

export function sign(pdf: Buffer, signer: Signer, at = signedAt): Buffer {
  return signPdf({ pdf, signer, reason: "पत्र जारी करने हेतु", location: "नवा रायपुर", at });
}

/** The parts of the last signature of a PDF, found without the code under test. */
export function partsOf(pdf: Buffer) {
  const text = pdf.toString("latin1");
  const ranges = [...text.matchAll(/\/ByteRange \[(\d+) (\d+) (\d+) (\d+)\]/g)].at(-1);
  const [from = 0, to = 0, rest = 0, length = 0] = ranges?.slice(1).map(Number) ?? [];
  const padded = Buffer.from(text.slice(to + 1, rest - 1), "hex");
  const cms = padded.subarray(0, 4 + padded.readUInt16BE(2));
  const signed = Buffer.concat([pdf.subarray(from, to), pdf.subarray(rest, rest + length)]);
  return { cms, signed, gapFrom: to, gapTo: rest, length };
}
