import type { RouterContext } from "@koa/router";
import type { Actor } from "../policy.ts";
import type { BilingualName } from "../words.ts";
import type { Session } from "./session.ts";

/** What the frame of a page shows of the reader. */
export interface Reader extends BilingualName {
  readonly post: BilingualName;
  /** Every post the person holds today, for the switcher. */
  readonly posts: readonly (BilingualName & {
    readonly id: string;
    readonly kind: "substantive" | "additional" | "link";
  })[];
  readonly unreadNotices: number;
  /** The password must be changed before anything else. */
  readonly mustChangePassword: boolean;
  /** What this session still owes before anything else: proof of a second factor, or setting one up. */
  readonly owedFactor: "proof" | "set-up" | null;
  /** When a session that came in by breaking the glass ends. */
  readonly breakGlassUntil: Date | null;
}

/** How far a program's token reaches. */
export interface TokenReach {
  readonly mayWrite: boolean;
  /** Names of modules; left out: all. */
  readonly modules: ReadonlySet<string> | undefined;
}

/** Someone who has been identified, by a browser's session or by a program's token. */
export interface Visitor {
  readonly actor: Actor;
  readonly reader: Reader;
  /** Absent for programs, which carry a token and need no protection against forgery. */
  readonly session: Session | undefined;
  /** Absent for a person at a browser. */
  readonly reach?: TokenReach;
}

export function visitorOf(context: RouterContext): Visitor | undefined {
  return context.state["visitor"] as Visitor | undefined;
}

export function setVisitor(context: RouterContext, visitor: Visitor | undefined): void {
  context.state["visitor"] = visitor;
}

/** Whether the answer should be JSON: a program asks for it or carries a token. */
export function wantsJson(context: RouterContext): boolean {
  if (context.get("authorization").startsWith("Bearer ")) {
    return context.accepts("json", "html") !== "html" || context.get("accept") === "*/*";
  }
  return context.accepts("html", "json") === "json";
}
