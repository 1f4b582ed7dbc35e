import { forbidden } from "./errors.ts";

/** Who asks: a person, in a post. Rights come from the post. */
export interface Actor {
  readonly accountId: string | null;
  readonly employeeId: string | null;
  readonly postId: string;
  readonly unitId: string;
  /** How the person holds the post: substantive, additional, or as link officer for another. */
  readonly charge: "substantive" | "additional" | "link";
  /** The person for whom a link officer acts. */
  readonly onBehalfOfId: string | null;
  readonly roles: ReadonlySet<string>;
  /** Units whose work, with all below them, the post may read. */
  readonly coveredUnitIds: readonly string[];
  readonly sessionId: string | null;
  readonly address: string | null;
  readonly requestId: string | null;
}

export type Rule<Subject> = (actor: Actor, subject: Subject) => boolean;

/** Declares who may do what to a subject. A misspelt action is a compile error. */
export function definePolicy<Subject, Action extends string>(rules: Record<Action, Rule<Subject>>) {
  const can = (actor: Actor, action: Action, subject: Subject): boolean =>
    rules[action](actor, subject);

  const authorize = (actor: Actor, action: Action, subject: Subject): void => {
    if (!can(actor, action, subject)) {
      throw forbidden();
    }
  };

  return { can, authorize, rules };
}

/** Everyone who is signed in and holds a post. */
export const anyPost = (): boolean => true;

/** A post that has at least one of these roles. */
export function hasRole(...roles: readonly string[]): (actor: Actor) => boolean {
  return (actor) => roles.some((role) => actor.roles.has(role));
}
