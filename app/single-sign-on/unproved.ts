/** What was wrong, in one word for the record; people are told only that it did not succeed. */
export type Reason =
  | "flow-unknown"
  | "other-browser"
  | "other-provider"
  | "denied-there"
  | "answer-wrong"
  | "token-refused"
  | "token-false"
  | "identity-unreadable"
  | "provider-down"
  | "logout-token-spent"
  | "other-person"
  | "proof-stale"
  | "account-disabled";

/** An identity that was not proved; the command turns it into an event and a refusal. */
export class Unproved extends Error {
  override readonly name = "Unproved";
  readonly reason: Reason;

  constructor(reason: Reason, cause?: unknown) {
    super(`The identity was not proved: ${reason}`, { cause });
    this.reason = reason;
  }
}
