import { invalid, type Actor } from "../base/index.ts";
import type { OfficeEntries } from "../directory/index.ts";
import type { OfficeDefinition } from "./definition.ts";

/** One thing that was done, or would be. The words are for administrators, in English, with the code it is about. */
export interface Change {
  readonly step: string;
  readonly what: string;
  readonly before?: string;
  readonly after?: string;
}

/** A run of the steps: the office asked for, who acts, and what was changed so far. */
export interface Undertaking {
  readonly actor: Actor;
  readonly office: OfficeDefinition;
  readonly isCheck: boolean;
  /** Where the employee master lies on this server, if the office brings one. */
  readonly employees?: { readonly path: string; readonly name: string } | undefined;
  /** What the directory says of its people, if the office file says where they stand. */
  readonly entries?: OfficeEntries | undefined;
  readonly despiteEscrow?: boolean;
  readonly tell: (change: Change) => void;
}

/** The id behind a code; a code that nothing has is a mistake of the office file. */
export function idOf(ids: ReadonlyMap<string, string>, code: string, field: string): string {
  const id = ids.get(code.toLowerCase());
  if (id === undefined) {
    throw invalid(field, "Nothing has the code {code}.", { code });
  }
  return id;
}
