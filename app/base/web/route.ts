import type { RouterContext } from "@koa/router";
import type { z } from "zod";
import type { FieldError } from "../errors.ts";
import type { Actor } from "../policy.ts";
import type { Answer } from "./answer.ts";

export type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

/** How often it may be asked: each kind has its own limit a minute. */
export type Rate = "general" | "search" | "download" | "upload" | "sign-in";

/** What a form was sent with and what was wrong with it; empty on the first showing. */
export interface FormState {
  readonly values: Readonly<Record<string, unknown>>;
  /** In the reader's language already. */
  readonly errors: readonly FieldError[];
}

export interface Call<Input> {
  readonly actor: Actor;
  readonly input: Input;
  readonly form: FormState;
  readonly context: RouterContext;
}

interface Declaration<Schema extends z.ZodType> {
  /** Everything the route reads from path, query and body. */
  readonly input: Schema;
  /** Who may come in at all; what concerns the single subject is the command's policy. */
  readonly allow: "everyone" | ((actor: Actor) => boolean);
  /** One line for the API's description. */
  readonly summary: string;
  /** The GET route whose page shows this form again when it is refused. */
  readonly form?: string;
  /** Takes files in; their field is `files`. */
  readonly upload?: boolean;
  /** Reads the body itself, piece by piece; nothing of it is judged by the schema. */
  readonly stream?: boolean;
  /** Asks the person to prove again that it is he, unless he did so within five minutes. */
  readonly fresh?: boolean;
  /** Counted under this limit too; `upload` routes need not say so. */
  readonly rate?: Rate;
  /** Open though the office is for reading only: what it writes besides sessions may be left out. */
  readonly whileReadOnly?: boolean;
}

export interface Route {
  readonly method: Method;
  readonly path: string;
  readonly input: z.ZodType;
  readonly allow: "everyone" | ((actor: Actor) => boolean);
  readonly summary: string;
  readonly form?: string;
  readonly upload?: boolean;
  readonly stream?: boolean;
  readonly fresh?: boolean;
  readonly rate?: Rate;
  readonly whileReadOnly?: boolean;
  readonly handle: (call: Call<never>) => Promise<Answer>;
}

/** A route cannot be written without a schema and a rule. */
function declare(method: Method) {
  return <Schema extends z.ZodType>(
    path: string,
    declaration: Declaration<Schema>,
    handle: (call: Call<z.infer<Schema>>) => Promise<Answer>,
  ): Route => ({ method, path, ...declaration, handle });
}

export const get = declare("GET");
export const post = declare("POST");
export const put = declare("PUT");
export const patch = declare("PATCH");
export const remove = declare("DELETE");
