import { AndFilter, FilterParser, NoSuchObjectError, type Client } from "ldapts";
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
  return askDirectory(directory, async ({ client, server }) => ({
    server,
    people: await search(client, directory),
  }));
}

/** Which entries are those of one office. */
export interface Part {
  readonly base: string;
  readonly filter?: string | undefined;
}

/** Everybody, and of them the people of one office; nobody where the directory does not know its base. */
export function readPart(directory: Directory, { base, filter }: Part) {
  const given = [directory.people, ...(filter === undefined ? [] : [filter])];
  const filters = given.map((text) => FilterParser.parseString(text));
  const part = { ...directory, base, people: new AndFilter({ filters }).toString() };
  return askDirectory(directory, async ({ client }) => ({
    everybody: await search(client, directory),
    people: await search(client, part).catch(nobodyThere),
  }));
}

async function search(client: Client, directory: Directory): Promise<readonly Person[]> {
  const { searchEntries } = await client.search(directory.base, {
    scope: "sub",
    filter: FilterParser.parseString(directory.people),
    derefAliases: "never",
    timeLimit: Math.ceil(directory.timeoutSeconds),
    paged: { pageSize },
    attributes: wantedAttributes(directory),
  });
  return searchEntries.flatMap((entry) => readEntry(entry, directory) ?? []);
}

function nobodyThere(error: unknown): readonly Person[] {
  if (error instanceof NoSuchObjectError) {
    return [];
  }
  throw error;
}
