import type { Role } from "../../app/access/index.ts";

export const classifications = ["normal", "confidential"] as const;
export type Classification = (typeof classifications)[number];

/** How somebody stands to a paper: what the expectations speak of. */
export type Relation =
  /** Acts for the post on whose desk it lies. */
  | "holds"
  /** Made it, had it before, or was marked a copy: goes on seeing it. */
  | "knows"
  /** Sees the work of the section it belongs to, unless it is confidential. */
  | "covers"
  | "none";

/** Where somebody who cannot come in at all is stopped. */
export type Door =
  "second factor" | "sign-in" | "no post" | "one-time password" | "not this post" | "network";

export interface Kind {
  readonly relation: Relation;
  readonly roles: readonly Role[];
  /** Comes by a browser, by a program, or is asked as both. */
  readonly by: "both" | "browser" | "program";
  readonly stopped?: Door;
  readonly isStale?: boolean;
}

const desk = ["dealing-hand", "draft-approver", "signatory", "close-approver"] as const;
/** Everything but the rights that open the office's administration and its record. */
const wide = [
  "registry",
  "dealing-hand",
  "section-officer",
  "officer",
  "secretary",
  "draft-approver",
  "signatory",
  "close-approver",
  "records",
] as const;

const insider = (relation: Relation, roles: readonly Role[]): Kind => ({
  relation,
  roles,
  by: "both",
});
const stopped = (door: Door, by: Kind["by"] = "both"): Kind => ({
  relation: "none",
  roles: [],
  by,
  stopped: door,
});

/** He must show again that it is he before he signs or administers. */
const provedLongAgo = (relation: Relation, roles: readonly Role[]): Kind => ({
  relation,
  roles,
  by: "browser",
  isStale: true,
});

/** Everyone who asks. The papers lie with the holder; their section stands in a department. */
export const kinds = {
  holder: insider("holds", desk),
  "link officer of the holder": insider("holds", desk),
  "additional charge of the holder's post": insider("holds", desk),
  "holder who proved himself long ago": provedLongAgo("holds", desk),
  "who had it before": insider("knows", ["dealing-hand", "draft-approver", "signatory"]),
  "who made it": insider("knows", ["registry", "dealing-hand"]),
  "who got a copy": insider("knows", ["dealing-hand", "officer", "signatory"]),
  "section officer": insider("covers", ["section-officer", "draft-approver", "close-approver"]),
  "channel above": insider("covers", ["officer", "draft-approver", "signatory"]),
  "secretary of the department": insider("covers", ["secretary", "signatory", "close-approver"]),
  "colleague of the section": insider("none", desk),
  "registry of the department": insider("none", ["registry"]),
  "other department": insider("none", wide),
  "link officer whose time is over": insider("none", desk),
  "link officer whose time has not begun": insider("none", desk),
  "predecessor in the post": insider("none", desk),
  administrator: insider("none", ["administrator"]),
  "administrator who proved himself long ago": provedLongAgo("none", ["administrator"]),
  "administrator whose right has ended": insider("none", []),
  "administrator whose right has not begun": insider("none", []),
  auditor: insider("none", ["auditor"]),
  "record keeper": insider("none", ["records"]),
  "suspended account": stopped("sign-in"),
  "one-time password": stopped("one-time password"),
  "holder who owes his second factor": stopped("second factor", "browser"),
  "holder from another network": stopped("network"),
  "without a post": stopped("no post"),
  anonymous: stopped("sign-in"),
  "forged session": stopped("sign-in", "browser"),
  "revoked token": stopped("sign-in", "program"),
  "token past its time": stopped("sign-in", "program"),
  "token of a post since lost": stopped("not this post", "program"),
  "program that names another's post": stopped("not this post", "program"),
} satisfies Record<string, Kind>;

export type KindName = keyof typeof kinds;
export const kindNames = Object.keys(kinds) as readonly KindName[];
export const kindOf = (name: KindName): Kind => kinds[name];

/** Whose browser has a session, whatever it opens. */
export function hasSession(name: KindName): boolean {
  const { stopped } = kindOf(name);
  return stopped !== "sign-in";
}

/** A reader who may see a paper of this class may also meet its words. */
export function sees(relation: Relation, classification: Classification): boolean {
  return (
    relation === "holds" ||
    relation === "knows" ||
    (relation === "covers" && classification === "normal")
  );
}
