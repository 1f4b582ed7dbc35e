import { buffer } from "node:stream/consumers";
import { now, readStored, rows } from "../base/index.ts";
import { ourAuthority } from "./our-authority.ts";
import { verifyPdfSignatures, type SignatureReport } from "./verify-pdf-signatures.ts";

/** What the signatures of a stored PDF are worth today, by our own root and list of revocations. */
export async function verifySigned(sha256: string): Promise<SignatureReport[]> {
  const { certificate } = await ourAuthority();
  const pdf = await buffer(readStored(sha256));
  return verifyPdfSignatures(pdf, [certificate], { now: now(), revoked: await revocations() });
}

async function revocations(): Promise<Map<string, Date>> {
  const found = await rows<{ serialNumber: string; revokedAt: Date }>(
    `select serial_number as "serialNumber", revoked_at as "revokedAt" from certificates
     where revoked_at is not null`,
  );
  return new Map(found.map(({ serialNumber, revokedAt }) => [serialNumber, revokedAt]));
}
