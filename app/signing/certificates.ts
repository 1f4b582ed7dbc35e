import { rows, type BilingualName } from "../base/index.ts";

export interface CertificateLine {
  readonly id: string;
  readonly person: BilingualName;
  readonly designation: string;
  readonly serialNumber: string;
  readonly validFrom: Date;
  readonly validUntil: Date;
  readonly revokedAt: Date | null;
}

export const certificatesOnPage = 50;

/** Certificates that were issued, newest first. */
export function listCertificates(before?: string): Promise<CertificateLine[]> {
  return rows<CertificateLine>(
    `select c.id, json_build_object('nameEn', e.name_en, 'nameHi', e.name_hi) as person, c.designation,
       c.serial_number as "serialNumber", c.valid_from as "validFrom", c.valid_until as "validUntil",
       c.revoked_at as "revokedAt"
     from certificates c join employees e on e.id = c.employee_id
     where $before::uuid is null
       or (c.valid_from, c.id) < (select b.valid_from, b.id from certificates b where b.id = $before)
     order by c.valid_from desc, c.id desc limit $limit`,
    { before: before ?? null, limit: certificatesOnPage + 1 },
  );
}
