import type { RouterContext } from "@koa/router";
import {
  log,
  nameOf,
  nobody,
  record,
  Refusal,
  signIns,
  transaction,
  visitorOf,
  type Actor,
} from "../base/index.ts";
import type { Provider } from "./provider-settings.ts";
import { providerFailures } from "./metrics.ts";
import { doorOf, subjectOf } from "./providers.ts";
import { Unproved, type Reason } from "./unproved.ts";

/** Does one step with a provider; what was not proved is recorded, and refused in words that help no thief. */
export function orRefuse<T>(
  provider: Provider,
  context: RouterContext,
  step: () => Promise<T>,
): Promise<T> {
  return step().catch(async (error: unknown) => {
    const reason = await recordRefusal(provider, context, error);
    throw refusalOf(provider, reason);
  });
}

/** The same for what the provider itself sends, which reads the status only. */
export function orRefuseThem<T>(
  provider: Provider,
  context: RouterContext,
  step: () => Promise<T>,
): Promise<T> {
  return step().catch(async (error: unknown) => {
    const reason = await recordRefusal(provider, context, error);
    const isDown = reason === "provider-down";
    throw new Refusal(isDown ? 503 : 400, reason, { words: "This logout token does not count." });
  });
}

/** A defect stays one. */
async function recordRefusal(
  provider: Provider,
  context: RouterContext,
  error: unknown,
): Promise<Reason> {
  if (!(error instanceof Unproved)) {
    throw error;
  }
  const { reason } = error;
  countRefusal(provider, reason);
  log.warn({ err: error.cause, provider: provider.id, reason }, "Sign-in elsewhere was refused");
  await transaction(() =>
    record(actorOf(context), "single-sign-on.refused", {
      subject: subjectOf(provider),
      detail: { provider: provider.id, reason },
    }),
  );
  return reason;
}

/** What is no fault of theirs counts as a refusal at their door. */
function countRefusal(provider: Provider, reason: Reason): void {
  if (reason === "provider-down") {
    providerFailures.inc({ provider: provider.id });
  } else {
    signIns.inc({ door: doorOf(provider), result: "refused" });
  }
}

/** Who acts, or from where nobody in particular does. */
export function actorOf(context: RouterContext): Actor {
  const requestId = context.state["requestId"] as string;
  return visitorOf(context)?.actor ?? { ...nobody, address: context.ip, requestId };
}

function refusalOf(provider: Provider, reason: Reason): Refusal {
  const gaps = { provider: nameOf(provider) };
  if (reason === "provider-down") {
    return new Refusal(503, "unavailable", {
      words: "{provider} does not answer at the moment. Try again in a few minutes.",
      gaps,
    });
  }
  if (reason === "account-disabled") {
    return new Refusal(403, "disabled", {
      words: "Your account is closed. Ask the administrator of your office.",
    });
  }
  return new Refusal(403, "not-proved", {
    words: "Signing in with {provider} did not succeed. Start again from the sign-in page.",
    gaps,
  });
}
