import { FilterParser } from "ldapts";
import { askDirectory } from "./ask.ts";
import type { Person } from "./person.ts";
import { readEntry, wantedAttributes } from "./read-entry.ts";
import type { Directory } from "./settings.ts";

/** Everybody in the directory, whole or not at all, and the server that said so. */
export interface Reading {
  readonly server: string;
  readonly people: readonly Person[];
}

const pageSize = 500;

export function readPeople(directory: Directory): Promise<Reading> {
  return askDirectory(directory, async ({ client, server }) => {
    const { searchEntries } = await client.search(directory.base, {
      scope: "sub",
      filter: FilterParser.parseString(directory.people),
      derefAliases: "never",
      timeLimit: Math.ceil(directory.timeoutSeconds),
      paged: { pageSize },
      attributes: wantedAttributes(directory),
    });
    const people = searchEntries.flatMap((entry) => readEntry(entry, directory) ?? []);
    return { server, people };
  });
}
