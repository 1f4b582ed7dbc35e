import type { Role } from "../../app/access/index.ts";
import type { Asked } from "./ask.ts";
import { kindOf, sees, type Classification, type KindName, type Relation } from "./kinds.ts";

/** What a cell answers: `done` is any success, the others are exactly one status. */
export type Outcome =
  | "done"
  /** 404: what one may not see does not exist. */
  | "hidden"
  /** 403: the post has not the right. */
  | "forbidden"
  /** 409: one sees it, but it lies on another desk. */
  | "elsewhere"
  /** 422: the thing named in a field is as unknown as one that never was. */
  | "unknown"
  /** Answers as if done, and changes nothing: there was nothing of one's own to change. */
  | "idle"
  /** The id is not one of his: 400, 403, 404, 409 or 422, whichever comes first. */
  | "refused"
  /** Signs in first: 401, or 303 to the sign-in page where a browser asks for a page. */
  | "sign-in"
  /** Changes the one-time password first: 403, or 303 to its page. */
  | "change password"
  /** Proves, or sets up, the second factor first: 303 to its page. */
  | "second factor"
  /** 403 or 303: proves first that it is he. */
  | "confirm"
  /** Nothing but a closed door: wrong network. */
  | "closed";

export interface Asking {
  readonly kind: KindName;
  readonly as: Asked;
  readonly classification: Classification;
}

export type Rule = (asking: Asking) => Outcome;

/** What a route does with an item, by how the asker stands to it; `covers` holds for what is normal. */
export function byRelation(outcomes: Readonly<Record<Relation, Outcome>>): Rule {
  return ({ classification, kind }) => {
    const { relation } = kindOf(kind);
    return outcomes[sees(relation, classification) ? relation : "none"];
  };
}

/** Who sees the item. */
export const seeing = byRelation({ holds: "done", knows: "done", covers: "done", none: "hidden" });

/** Who has it on the desk; whoever else sees it reads where it lies. */
export const holding = byRelation({
  holds: "done",
  knows: "elsewhere",
  covers: "elsewhere",
  none: "hidden",
});

/** The same where it is a right that is missing, not the desk. */
export const holdingByRight = byRelation({
  holds: "done",
  knows: "forbidden",
  covers: "forbidden",
  none: "hidden",
});

/** What belongs to the holder's post and to nobody else. */
export const owning = byRelation({
  holds: "done",
  knows: "hidden",
  covers: "hidden",
  none: "hidden",
});

/** Whoever is in and holds a post. */
export const anyone: Rule = () => "done";

/** Posts with one of these rights. */
export function only(...roles: readonly Role[]): Rule {
  return ({ kind }) =>
    roles.some((role) => kindOf(kind).roles.includes(role)) ? "done" : "forbidden";
}

/** As the rule says, but for these. */
export function but(rule: Rule, others: Readonly<Partial<Record<KindName, Outcome>>>): Rule {
  return (asking) => others[asking.kind] ?? rule(asking);
}

/** The same, for these where they see the item at all. */
export function butSeen(rule: Rule, others: Readonly<Partial<Record<KindName, Outcome>>>): Rule {
  return (asking) => {
    const isSeen = sees(kindOf(asking.kind).relation, asking.classification);
    return (isSeen ? others[asking.kind] : undefined) ?? rule(asking);
  };
}

/** What only a person at a browser does. */
export function atBrowser(rule: Rule, program: Outcome | Rule): Rule {
  const elsewhere = typeof program === "string" ? () => program : program;
  return (asking) => (asking.as === "program" ? elsewhere(asking) : rule(asking));
}

/** `papers[classification]`, `office` and `foreign` name what stands for `@name`. */
export type Values = Readonly<Record<string, unknown>>;

export interface Row {
  readonly rule: Rule;
  /** Fills path, query or body; `@name` is the id of that paper (see `papers.ts`, `world.ts`). */
  readonly values: Values;
  /** Those of the values that stand in the address of a form too, for the page it is shown on again. */
  readonly inAddress?: readonly string[];
  /** The bytes that go along. */
  readonly upload?: "pdf" | "csv" | "print";
  /** Headers that go along; with a content type, the body is a few bytes. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Words of papers that the answer shows by design to one who may not open them. */
  readonly tells?: Readonly<Partial<Record<KindName | "all", readonly string[]>>>;
  /** What `done` may answer besides a success, where this world cannot have all that it needs. */
  readonly mayAnswer?: readonly number[];
  /** Open without signing in. */
  readonly isPublic?: boolean;
  /** Open with a one-time password too. */
  readonly isBeforePassword?: boolean;
  /** Open while one owes a second factor too. */
  readonly isBeforeFactor?: boolean;
  /** An empty form, shown whatever id stands in its address. */
  readonly isForAnyId?: boolean;
  /** The way out, and the language: nobody is kept from them. */
  readonly isAlwaysOpen?: boolean;
  /** Tables in which a refusal too leaves its trace. */
  readonly records?: readonly string[];
}

type More = Omit<Row, "rule" | "values">;

export function row(rule: Rule, values: Values = {}, more: More = {}): Row {
  return { rule, values, ...more };
}
