import { defineChore, now, rows } from "../../base/index.ts";
import { shutTrial } from "./end-trial.ts";

const quarterOfAnHour = 900;
/** No walk of a trial letter takes longer. */
const longestTrial = 3_600_000;

defineChore("offices.close-forgotten-trials", quarterOfAnHour, () => closeForgottenTrials());

/** A check that was killed on its way left its trial's account open: it is shut as the check would have done. */
export async function closeForgottenTrials(
  before = new Date(now().getTime() - longestTrial),
): Promise<void> {
  const forgotten = await rows<{ code: string }>(
    `select e.code from employees e join accounts a on a.employee_id = e.id
     where e.code ~ '^TRIAL-[0-9]+$' and a.disabled_at is null
       and not exists (select 1 from events b join units u on u.id = b.subject_id
         where u.code = e.code and b.action = 'offices.trial-begun' and b.at >= $before)`,
    { before },
  );
  for (const { code } of forgotten) {
    await shutTrial(code);
  }
}
