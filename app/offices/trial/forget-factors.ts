import { row, registrar } from "../../base/index.ts";
import { resetFactors } from "../../access/index.ts";

/** Takes the trial's second factors, where the last walk left any. */
export async function forgetFactors(accountId: string): Promise<void> {
  const left = await row(
    `select 1 as one from authenticator_apps where account_id = $accountId
     union select 1 from passkeys where account_id = $accountId`,
    { accountId },
  );
  if (left) {
    await resetFactors(registrar, accountId);
  }
}
