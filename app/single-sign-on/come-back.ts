import { accountOf, admit, type Admission, type Whence } from "../access/index.ts";
import { readSession, type Session } from "../base/index.ts";
import { adapterOf } from "./adapter.ts";
import { takeFlow, type Flow } from "./flow.ts";
import { keepProviderSession } from "./provider-session.ts";
import type { Proved } from "./proved.ts";
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
  /** The session it has already. */
  readonly session: Session | undefined;
}

export type Outcome =
  | { readonly kind: "in"; readonly admission: Admission; readonly next: string }
  | { readonly kind: "confirmed"; readonly secondFactor: boolean; readonly next: string }
  | { readonly kind: "not-linked" };

/** Lets in whom the provider vouches for; nobody where the identity is not linked to an account yet. */
export async function comeBack(
  provider: Provider,
  { answered, browser, whence, session }: Return,
): Promise<Outcome> {
  const [state, ...more] = answered.searchParams.getAll("state");
  if (more.length > 0) {
    throw new Unproved("answer-wrong");
  }
  const flow = await takeFlow(state, { providerId: provider.id, browser });
  const proved = await adapterOf(provider).prove(flow, answered);
  const account = await accountOf(proved.claimed, whence);
  if (!account) {
    return { kind: "not-linked" };
  }
  if (account.disabledAt) {
    throw new Unproved("account-disabled");
  }
  const { secondFactor } = proved;
  if (flow.again) {
    refuseUnlessSame(flow, proved, session?.accountId === account.id);
    return { kind: "confirmed", secondFactor, next: flow.next };
  }
  const admission = await admit(account, whence, { door: doorOf(provider), secondFactor });
  const begun = await readSession(admission.token);
  if (begun) {
    await keepProviderSession(begun, provider.id, proved);
  }
  return { kind: "in", admission, next: flow.next };
}

const clockMilliseconds = 60_000;

/** To prove it again means: the person of this session, and after he was asked. */
function refuseUnlessSame(flow: Flow, { provedAt }: Proved, isSame: boolean): void {
  if (!isSame) {
    throw new Unproved("other-person");
  }
  if (provedAt === null || provedAt < flow.beganAt - clockMilliseconds) {
    throw new Unproved("proof-stale");
  }
}
