import { conflict, record, row, transaction, registrar as actor } from "../../base/index.ts";
import { disableAccount } from "../../access/index.ts";
import type { OfficeDefinition } from "../definition.ts";
import { forgetFactors } from "./forget-factors.ts";
import { accountOf, openAt, trialCode } from "./trial-desk.ts";

export interface TrialEnd {
  /** What still lies open at the trial desk: no more than lay there when the trial began. */
  readonly open: number;
}

/** Shuts the trial's account: sessions end, its factors go. Papers stay where the record keeps them. */
export function endTrial({ lgd }: OfficeDefinition): Promise<TrialEnd> {
  return shutTrial(trialCode(lgd));
}

/** The same by the code of the desk. */
export function shutTrial(code: string): Promise<TrialEnd> {
  return transaction(async () => {
    const desk = await row<Desk>(
      `select e.id as "employeeId", p.id as "postId", p.unit_id as "unitId"
       from employees e, posts p where e.code = $code and p.code = $code`,
      { code },
    );
    if (!desk) {
      throw conflict("This office has no trial desk.");
    }
    await shut(desk.employeeId);
    const subject = { type: "unit", id: desk.unitId };
    await record(actor, "offices.trial-ended", { subject });
    return { open: await openAt(desk.postId) };
  });
}

interface Desk {
  readonly employeeId: string;
  readonly postId: string;
  readonly unitId: string;
}

async function shut(employeeId: string): Promise<void> {
  const account = await accountOf(employeeId);
  await forgetFactors(account.id);
  if (!account.isDisabled) {
    await disableAccount(actor, account.id);
  }
}
