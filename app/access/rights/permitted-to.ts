import { now, row, rows, today } from "../../base/index.ts";
import { permissionsOf, rolesOf } from "./rights-of-posts.ts";

/** What roles permit today, for an actor who comes by no request. */
export async function permittedTo(roles: readonly string[]): Promise<ReadonlySet<string>> {
  const found = await row<{ permissions: readonly string[] }>(
    `select ${permissionsOf("$roles::text[]", "$day::date")} as permissions`,
    { roles, day: today(now()) },
  );
  return new Set(found?.permissions);
}

/** What every post may do today. */
export async function permissionsOfPosts(): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const day = "$day::date";
  const found = await rows<{ id: string; permissions: readonly string[] }>(
    `select p.id, ${permissionsOf(rolesOf("p.id", day), day)} as permissions from posts p`,
    { day: today(now()) },
  );
  return new Map(found.map(({ id, permissions }) => [id, new Set(permissions)]));
}
