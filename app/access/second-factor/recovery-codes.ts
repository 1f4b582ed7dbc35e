import { randomInt } from "node:crypto";
import {
  execute,
  insertMany,
  now,
  record,
  row,
  transaction,
  type Actor,
} from "../../base/index.ts";
import { hashOfCode } from "./keep-secret.ts";

const count = 10;

/** No letters and digits that are mistaken for one another on paper. */
const alphabet = "abcdefghjkmnpqrstuvwxyz23456789";

/** Makes ten codes in place of those before. They are shown once and kept only as hashes. */
export function makeRecoveryCodes(actor: Actor): Promise<string[]> {
  return transaction(async () => {
    const accountId = actor.accountId ?? "";
    await row("select id from accounts where id = $accountId for update", { accountId });
    await execute("delete from recovery_codes where account_id = $accountId", { accountId });
    const codes = Array.from({ length: count }, newCode);
    const rows = codes.map((code) => ({
      accountId,
      codeHash: hashOfCode(accountId, plain(code)),
      madeAt: now(),
    }));
    await insertMany("recovery_codes", rows);
    await record(actor, "access.recovery-codes-made", {
      subject: { type: "account", id: accountId },
    });
    return codes;
  });
}

/** Uses a code up. */
export async function takeRecoveryCode(accountId: string, code: string): Promise<boolean> {
  const taken = await row(
    `update recovery_codes set used_at = $at
     where account_id = $accountId and code_hash = $hash and used_at is null returning account_id`,
    { accountId, hash: hashOfCode(accountId, plain(code)), at: now() },
  );
  return taken !== undefined;
}

/** Two groups of five: forty-nine bits, written by hand without a slip. */
function newCode(): string {
  const letter = () => alphabet[randomInt(alphabet.length)] ?? "";
  const group = () => Array.from({ length: 5 }, letter).join("");
  return `${group()}-${group()}`;
}

function plain(code: string): string {
  return code.toLowerCase().replace(/[^a-z0-9]/g, "");
}
