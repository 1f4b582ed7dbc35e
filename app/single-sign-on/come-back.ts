import { accountOf, admit, type Admission, type Whence } from "../access/index.ts";
import { readSession } from "../base/index.ts";
import { adapterOf } from "./adapter.ts";
import { takeFlow } from "./flow.ts";
import { keepProviderSession } from "./provider-session.ts";
import type { Provider } from "./provider-settings.ts";
import { doorOf } from "./providers.ts";
import { Unproved } from "./unproved.ts";

/** With what a browser comes back from a provider. */
export interface Return {
  /** Our own address with what the provider put behind it. */
  readonly answered: URL;
  /** What the browser kept since the flow began. */
  readonly browser: string | undefined;
  readonly whence: Whence;
}

export interface Entry {
  readonly admission: Admission;
  readonly next: string;
}

/** Lets in whom the provider vouches for; nobody where the identity is not linked to an account yet. */
export async function comeBack(
  provider: Provider,
  { answered, browser, whence }: Return,
): Promise<Entry | undefined> {
  const [state, ...more] = answered.searchParams.getAll("state");
  if (more.length > 0) {
    throw new Unproved("answer-wrong");
  }
  const flow = await takeFlow(state, { providerId: provider.id, browser });
  const proved = await adapterOf(provider).prove(flow, answered);
  const account = await accountOf(proved.claimed, whence);
  if (!account) {
    return undefined;
  }
  if (account.disabledAt) {
    throw new Unproved("account-disabled");
  }
  const { secondFactor } = proved;
  const admission = await admit(account, whence, { door: doorOf(provider), secondFactor });
  const session = await readSession(admission.token);
  if (session) {
    await keepProviderSession(session, provider.id, proved);
  }
  return { admission, next: flow.next };
}
