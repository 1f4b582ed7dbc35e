import type { ClaimedIdentity } from "../access/index.ts";
import type { Flow } from "./flow.ts";

/** What signing out there needs later. */
export type Kept = Readonly<Record<string, string>>;

/** Somebody whose identity the provider has proved. */
export interface Proved {
  readonly claimed: ClaimedIdentity;
  readonly secondFactor: boolean;
  /** When the person last proved it there, where the provider says so. */
  readonly provedAt: number | null;
  readonly kept: Kept;
  /** The name of the session there, where a provider ends single sessions. */
  readonly providerSession: string | null;
}

/** How one kind of provider is spoken to. Each step throws `Unproved` where anything is not as it must be. */
export interface Adapter {
  /** Where the browser goes to prove who its owner is. */
  readonly lead: (flow: Flow) => Promise<URL>;
  /** What the answer, with which the browser came back, proves. */
  readonly prove: (flow: Flow, answered: URL) => Promise<Proved>;
  /** Ends the session there; an address is where the browser must go for that. */
  readonly leave: (kept: Kept) => Promise<URL | undefined>;
}
