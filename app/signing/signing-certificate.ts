/**
 * INVARIANT: a person has one certificate in force for each designation. It is issued at the first signing,
 * under a lock, so that two windows that sign at once end with one.
 */
import { v7 as newId } from "uuid";
import {
  execute,
  forbidden,
  insert,
  now,
  record,
  row,
  rows,
  transaction,
  type Actor,
} from "../base/index.ts";
import { findEmployee, findPost, findUnit } from "../organisation/index.ts";
import type { Authority } from "./authority.ts";
import { issueCertificate, openSigner, type Signer } from "./issue-certificate.ts";
import { ourAuthority } from "./our-authority.ts";

/** A certificate with its key open: keep it no longer than the request. */
export interface SigningCertificate {
  readonly id: string;
  readonly serialNumber: string;
  readonly signer: Signer;
}

interface StoredCertificate {
  readonly id: string;
  readonly serialNumber: string;
  readonly certificate: string;
  readonly sealedKey: Buffer;
}

const yearsValid = 2;
// What X.520 allows in one part of a name.
const longestPart = 64;

/** The certificate with which the actor signs as his post; the first time, one is issued. */
export async function signingCertificateOf(actor: Actor): Promise<SigningCertificate> {
  const authority = await ourAuthority();
  const stored = await transaction(async () => {
    await execute("select pg_advisory_xact_lock(hashtextextended($key, 0))", {
      key: `certificate ${actor.employeeId}`,
    });
    return (await inForce(actor, authority)) ?? issue(actor, authority);
  });
  const { id, serialNumber } = stored;
  return { id, serialNumber, signer: openSigner(authority, stored) };
}

/** The newest that is good today and names the designation under which he signs now. */
async function inForce(actor: Actor, authority: Authority): Promise<StoredCertificate | undefined> {
  const { designation } = await namesOf(actor);
  const found = await rows<StoredCertificate & { designation: string }>(
    `select id, serial_number as "serialNumber", certificate, encrypted_key as "sealedKey", designation
     from certificates
     where employee_id = $employee and revoked_at is null and valid_from <= $at and valid_until > $at
       and authority = $authority
     order by valid_until desc`,
    { employee: actor.employeeId, at: now(), authority: authority.certificate },
  );
  return found.find((one) => one.designation === designation);
}

async function issue(actor: Actor, authority: Authority): Promise<StoredCertificate> {
  const names = await namesOf(actor);
  const validFrom = now();
  const validUntil = new Date(validFrom);
  validUntil.setUTCFullYear(validUntil.getUTCFullYear() + yearsValid);
  const issued = issueCertificate(authority, { ...names, validFrom, validUntil });
  const stored = { id: newId(), ...issued };
  await insert("certificates", {
    id: stored.id,
    employeeId: actor.employeeId,
    designation: names.designation,
    serialNumber: issued.serialNumber,
    certificate: issued.certificate,
    encryptedKey: issued.sealedKey,
    authority: authority.certificate,
    validFrom,
    validUntil,
  });
  await record(actor, "certificate.issued", {
    subject: { type: "certificate", id: stored.id },
    detail: { serialNumber: issued.serialNumber, employeeId: actor.employeeId, validUntil },
  });
  return stored;
}

async function namesOf(actor: Actor) {
  if (actor.employeeId === null) {
    throw forbidden();
  }
  const [employee, post, unit] = [
    await findEmployee(actor.employeeId),
    await findPost(actor.postId),
    await findUnit(actor.unitId),
  ];
  const department = await departmentOf(unit.ancestorIds);
  return {
    commonName: part(employee.nameEn),
    designation: part(post.nameEn),
    organisation: part(department ?? unit.nameEn),
    serial: part(employee.code),
    email: employee.email,
  };
}

async function departmentOf(ancestorIds: readonly string[]): Promise<string | undefined> {
  const found = await row<{ name: string }>(
    `select name_en as name from units where id = any($ids::uuid[]) and kind not in ('section', 'state')
     order by array_position($ids::uuid[], id) desc limit 1`,
    { ids: ancestorIds },
  );
  return found?.name;
}

function part(name: string): string {
  return name.slice(0, longestPart);
}
