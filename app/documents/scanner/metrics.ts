import { Counter, Gauge } from "prom-client";

export const scans = new Counter({
  name: "secretariat_scans_total",
  help: "Contents given to the virus scanner, by outcome.",
  labelNames: ["outcome"] as const,
});

export const contentsHeld = new Gauge({
  name: "secretariat_contents_held",
  help: "Contents that wait for the virus scanner and cannot be opened.",
});

export const signatureAge = new Gauge({
  name: "secretariat_scanner_signatures_age_seconds",
  help: "Age of the virus scanner's signatures; more than 48 hours wants a person.",
});

export const scannerUp = new Gauge({
  name: "secretariat_scanner_up",
  help: "1 while the virus scanner answers, 0 while it does not.",
});
