import { act, isActive, type Host } from "../host/index.ts";
import { inOurDatabase, cluster } from "../database/index.ts";
import { readJournal } from "./journal.ts";
import { runRole } from "../secrets/index.ts";
import type { Site } from "../site/index.ts";
import { words } from "../words.ts";
import type { Step, StepContext } from "./step.ts";

/** Somebody must be able to sign in and let the others in. */
export const administratorStep: Step = {
  id: "administrator",
  title: words({ hi: "पहला प्रशासक", en: "The first administrator" }),
  async apply(host, context) {
    if (await isSettled(host)) {
      return;
    }
    await act(host, `first administrator ${context.site.administrator.login}`, () =>
      makeAdministrator(context),
    );
  },
};

/** Once the password was shown, nothing gives it out again; a run killed before that begins anew. */
async function isSettled(host: Host): Promise<boolean> {
  if (host.isCheck && !(await isActive(cluster.unit))) {
    return false;
  }
  const journal = await readJournal();
  if (journal.administratorShown === true) {
    return true;
  }
  return inOurDatabase(async ({ rows }) => {
    const [found] = await rows<{ used: boolean }>(
      `select exists (select 1 from accounts where last_signed_in_at is not null) as used
       where to_regclass('public.accounts') is not null`,
    );
    return found?.used === true;
  }).catch(() => false);
}

async function makeAdministrator({ site, release, show }: StepContext): Promise<void> {
  const input = JSON.stringify(givenOf(site));
  const ran = await runRole({ name: "first-administrator", release, input });
  const made = /^\{.*\}$/m.exec(ran.output)?.[0];
  if (ran.code !== 0 || made === undefined) {
    throw new Error(`The first administrator could not be made: ${ran.errors.slice(-1000)}`);
  }
  const { login, password } = JSON.parse(made) as { login: string; password: string };
  show?.({ login, password });
}

function givenOf({ state, office, administrator }: Site) {
  return { ...administrator, state, office };
}
