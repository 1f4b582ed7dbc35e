import { Counter, Gauge } from "prom-client";

/** An installation has a handful of providers: their ids are few. */
export const providerUp = new Gauge({
  name: "secretariat_sign_in_provider_up",
  help: "1 where a provider of single sign-on answered when it was last asked.",
  labelNames: ["provider"] as const,
});

export const providerFailures = new Counter({
  name: "secretariat_provider_failures_total",
  help: "Times that somebody could not sign in because a provider did not answer.",
  labelNames: ["provider"] as const,
});
