import { AndFilter, EqualityFilter, FilterParser, OrFilter, type Filter } from "ldapts";
import type { Session } from "./ask.ts";
import type { Person } from "./person.ts";
import { readEntry, wantedAttributes } from "./read-entry.ts";
import type { Directory } from "./settings.ts";

/** Filters are built of parts, never of text: what somebody typed stays a value whatever it holds. */
export function byLogin(directory: Directory, login: string): Filter {
  const names = directory.loginAttributes.map(
    (attribute) => new EqualityFilter({ attribute, value: login }),
  );
  return amongPeople(directory, new OrFilter({ filters: names }));
}

export function bySubject(directory: Directory, subject: string): Filter {
  const { subject: attribute } = directory.attributes;
  return amongPeople(directory, new EqualityFilter({ attribute, value: subject }));
}

function amongPeople({ people }: Directory, filter: Filter): Filter {
  return new AndFilter({ filters: [FilterParser.parseString(people), filter] });
}

/** The one person whom a filter finds. Two are nobody. Referrals are not followed. */
export async function findPerson(
  { client }: Session,
  directory: Directory,
  filter: Filter,
): Promise<Person | undefined> {
  const { searchEntries } = await client.search(directory.base, {
    scope: "sub",
    filter,
    derefAliases: "never",
    sizeLimit: 2,
    timeLimit: Math.ceil(directory.timeoutSeconds),
    attributes: wantedAttributes(directory),
  });
  const [entry, other] = searchEntries;
  return entry && !other ? readEntry(entry, directory) : undefined;
}
