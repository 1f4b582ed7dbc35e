import type { z } from "zod";
import { OutboundFailure, type OutboundRequest } from "../base/index.ts";
import { ask, type Provider } from "./providers.ts";
import { Unproved } from "./unproved.ts";

/** The code with which the browser came back, given once and in the open. */
export function codeOf(answered: URL): string {
  if (answered.searchParams.has("error")) {
    throw new Unproved("denied-there");
  }
  const [code = "", ...more] = answered.searchParams.getAll("code");
  if (code === "" || code.length > 4_000 || more.length > 0) {
    throw new Unproved("answer-wrong");
  }
  return code;
}

/** The body of an answer of the provider; its refusal is `token-refused`, its silence `provider-down`. */
export async function textFrom(
  provider: Provider,
  address: URL,
  asked: OutboundRequest,
): Promise<string> {
  const answer = await orDown(ask(provider, address, asked));
  if (!answer.ok) {
    throw new Unproved(answer.status >= 500 ? "provider-down" : "token-refused");
  }
  return answer.text();
}

/** The same as JSON of this shape. */
export async function jsonFrom<Schema extends z.ZodType>(
  schema: Schema,
  answer: Promise<string>,
): Promise<z.infer<Schema>> {
  const parsed = schema.safeParse(parsedJson(await answer));
  if (!parsed.success) {
    throw new Unproved("identity-unreadable");
  }
  return parsed.data;
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Unproved("identity-unreadable", error);
  }
}

/** Tells a provider that cannot be asked from one that answers wrongly. */
export async function orDown<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    throw isDown(error) ? new Unproved("provider-down", error) : error;
  }
}

/** Whether no answer came, or one that tells of a fault there; libraries wrap it. */
export function isDown(error: unknown): boolean {
  if (error instanceof OutboundFailure) {
    return true;
  }
  if (error instanceof Response) {
    return error.status >= 500;
  }
  return error instanceof Error && isDown(error.cause);
}

/** A line of text about a person, or nothing. */
export function lineOf(value: unknown): string | null {
  return typeof value === "string" && value.trim() !== "" && value.length <= 300
    ? value.trim()
    : null;
}

/** The name that never changes: exactly as it was given, since it is compared. */
export function subjectFrom(value: unknown): string {
  if (typeof value !== "string" || !/^[^\p{Cc}\s]{1,255}$/u.test(value)) {
    throw new Unproved("identity-unreadable");
  }
  return value;
}
