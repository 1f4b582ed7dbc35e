import { pino, type LoggerOptions } from "pino";

/** How each line is written: errors by what identifies them, never by the values they carry. */
export const logOptions: LoggerOptions = {
  level: process.env["SECRETARIAT_LOG_LEVEL"] ?? "info",
  base: { role: process.argv[2] ?? "process" },
  timestamp: pino.stdTimeFunctions.isoTime,
  formatters: { level: (label) => ({ level: label }) },
  serializers: { err: describeError },
  hooks: { streamWrite: withoutControls },
};

/** One JSON line each; never the text of notes or letters, tokens or names. */
export const log = pino(logOptions);

/** JSON escapes most signs that steer a terminal or break a line; the rest is escaped here. */
function withoutControls(line: string): string {
  return line.replace(
    /(?!\n)[\p{Cc}\u2028\u2029]/gu,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

/**
 * Drivers hang statements, parameters and whole commands on their errors, and Postgres quotes the value
 * it could not read: none of that may reach a log.
 */
function describeError(error: unknown): object {
  if (!(error instanceof Error)) {
    return { type: typeof error };
  }
  const { original } = error as { original?: unknown };
  const { code, constraint, table } = (original ?? error) as Record<string, unknown>;
  return {
    type: error.name,
    message: messageOf(error, code).slice(0, 300),
    stack: framesOf(error),
    ...(typeof code === "string" ? { code } : {}),
    ...(typeof constraint === "string" ? { constraint } : {}),
    ...(typeof table === "string" ? { table } : {}),
  };
}

/** Parsers of JSON and of the database's types (class 22) quote what they could not read. */
function messageOf(error: Error, code: unknown): string {
  const quotes =
    error instanceof SyntaxError || (typeof code === "string" && code.startsWith("22"));
  return quotes ? error.message.replace(/["'(].*$/s, "…") : error.message;
}

/** The stack begins with the message, which is written apart. */
function framesOf({ stack = "" }: Error): string {
  return stack
    .split("\n")
    .filter((text) => /^\s+at /.test(text))
    .join("\n");
}
