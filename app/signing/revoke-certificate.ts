import {
  change,
  conflict,
  notFound,
  now,
  record,
  row,
  transaction,
  type Actor,
} from "../base/index.ts";

/** Ends a certificate before its time; what was signed before stays good. */
export function revokeCertificate(
  actor: Actor,
  { certificateId, reason }: { readonly certificateId: string; readonly reason: string },
): Promise<void> {
  return transaction(async () => {
    const found = await row<{ serialNumber: string; revokedAt: Date | null }>(
      `select serial_number as "serialNumber", revoked_at as "revokedAt" from certificates
       where id = $certificateId for update`,
      { certificateId },
    );
    if (!found) {
      throw notFound();
    }
    if (found.revokedAt) {
      throw conflict("This certificate is revoked already.");
    }
    await change("certificates", { id: certificateId }, { revokedAt: now() });
    await record(actor, "certificate.revoked", {
      subject: { type: "certificate", id: certificateId },
      detail: { serialNumber: found.serialNumber, reason },
    });
  });
}
