/** One requirement of ASVS 5.0.0 and how it stands here. */
export interface Requirement {
  readonly id: string;
  readonly level: 1 | 2 | 3;
  readonly about: string;
  readonly state: "shown" | "by-document" | "not-applicable" | "open";
  /** Tests as `folder/file: part of a title`, or a page as `path: heading`. */
  readonly by: readonly string[];
  readonly reason: string;
}

type Level = Requirement["level"];
type Name = readonly [id: string, level: Level, about: string];

/** By tests, each named `folder/file: part of its title`. */
export function shown([id, level, about]: Name, ...by: readonly string[]): Requirement {
  return { id, level, about, state: "shown", by, reason: "" };
}

/** What asks for something written: `path: heading`. */
export function written([id, level, about]: Name, ...by: readonly string[]): Requirement {
  return { id, level, about, state: "by-document", by, reason: "" };
}

export function absent([id, level, about]: Name, reason: string): Requirement {
  return { id, level, about, state: "not-applicable", by: [], reason };
}

/** Not met, or not to be shown by a test; the reason stands in README.md too. */
export function open([id, level, about]: Name, reason: string): Requirement {
  return { id, level, about, state: "open", by: [], reason };
}
