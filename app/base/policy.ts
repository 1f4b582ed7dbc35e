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
  /** What the roles permit today by the matrix of rights; whoever has none given may nothing of it. */
  readonly permissions?: ReadonlySet<string>;
  /** Units whose work, with all below them, the post may read. */
  readonly coveredUnitIds: readonly string[];
  readonly sessionId: string | null;
  readonly address: string | null;
  readonly requestId: string | null;
}

/** No account, no post, no right: pages that anyone may open, and what the product does by itself. */
export const nobody: Actor = {
  accountId: null,
  employeeId: null,
  postId: "",
  unitId: "",
  charge: "substantive",
  onBehalfOfId: null,
  roles: new Set(),
  coveredUnitIds: [],
  sessionId: null,
  address: null,
  requestId: null,
};

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

/** Stands for the post of somebody who came in by breaking the glass: it holds nothing and sees nothing. */
export const noPost = "00000000-0000-0000-0000-000000000000";

/** Everyone who is signed in and holds a post. */
export const anyPost = (actor: Actor): boolean => actor.postId !== noPost;

/** Everyone who is signed in, with a post or without. */
export const signedIn = (): boolean => true;

/** A post that has at least one of these roles. */
export function hasRole(...roles: readonly string[]): (actor: Actor) => boolean {
  return (actor) => roles.some((role) => actor.roles.has(role));
}

/** A post that the matrix of rights permits this today. */
export function may(permission: string): (actor: Actor) => boolean {
  return (actor) => actor.permissions?.has(permission) ?? false;
}
