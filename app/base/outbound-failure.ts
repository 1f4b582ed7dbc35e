/** Why a request to the outside came to nothing. */
export type OutboundReason = "refused" | "unreachable" | "slow" | "too-large" | "redirect";

/** A request to the outside that was not made or not answered; never shown as it is. */
export class OutboundFailure extends Error {
  override readonly name = "OutboundFailure";
  readonly reason: OutboundReason;

  constructor(reason: OutboundReason, sentence: string, cause?: unknown) {
    super(sentence, { cause });
    this.reason = reason;
  }
}
