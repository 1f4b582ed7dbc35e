import { pino } from "pino";

/** One JSON line each; never the text of notes or letters, tokens or names. */
export const log = pino({
  level: process.env["SECRETARIAT_LOG_LEVEL"] ?? "info",
  base: { role: process.argv[2] ?? "process" },
  timestamp: pino.stdTimeFunctions.isoTime,
  formatters: { level: (label) => ({ level: label }) },
});
