import type { NoteLevel } from "../notes.ts";
import type { DemonstrationOffice } from "../office.ts";
import type { MarkedPost } from "../marking.ts";
import { chiefSecretary, type PostRole } from "../seat.ts";
import { centralRegistry, listSections } from "../units.ts";

/** One desk in the channel of submission of a section. */
export interface Desk {
  readonly post: string;
  readonly level: NoteLevel;
}

export interface Channel {
  readonly section: string;
  readonly department: string;
  readonly hands: readonly Desk[];
  readonly officer: Desk;
  /** From the Section Officer to the Chief Secretary, lowest first. */
  readonly upward: readonly Desk[];
  /** The lowest who may sign for the Government. */
  readonly signatory: Desk;
}

const levels: Partial<Record<PostRole, NoteLevel>> = {
  officer: "section",
  under: "under",
  deputy: "deputy",
  secretary: "secretary",
  chief: "chief",
};

/** The channels of all sections, over posts that somebody holds. */
export function findChannels(office: DemonstrationOffice): ReadonlyMap<string, Channel> {
  const held = heldPosts(office);
  const posts = new Map(office.posts.map((post) => [post.key, post]));
  return new Map(
    listSections().map(({ code, department }) => {
      const upward = climb(posts, `${code}:SO`);
      const [officer] = upward;
      const signatory = upward.find(({ level }) => level !== "section");
      const hands = office.posts
        .filter((post) => post.unit === code && post.role === "hand" && held.has(post.key))
        .map(({ key }): Desk => ({ post: key, level: "hand" }));
      if (!officer || !signatory || hands.length === 0) {
        throw new Error(`section ${code} has no complete channel`);
      }
      return [code, { section: code, department, hands, officer, upward, signatory }];
    }),
  );
}

export function registryClerks(office: DemonstrationOffice): readonly string[] {
  return office.posts
    .filter(({ unit, role }) => unit === centralRegistry && role === "registry")
    .map(({ key }) => key);
}

/** Posts with a substantive or additional holder. */
export function heldPosts({ charges }: DemonstrationOffice): ReadonlySet<string> {
  return new Set(charges.filter(({ kind }) => kind !== "link").map(({ post }) => post));
}

function climb(posts: ReadonlyMap<string, MarkedPost>, from: string): Desk[] {
  const desks: Desk[] = [];
  for (let post = posts.get(from); post; post = posts.get(post.reportsTo ?? "")) {
    const level = levels[post.role];
    if (level && (post.role !== "chief" || post.key === chiefSecretary)) {
      desks.push({ post: post.key, level });
    }
  }
  return desks;
}
