/**
 * INVARIANT: what a post may do is told by these pieces of SQL alone, for the reader of a request
 * (`standing.ts`) and for lists of who may see what.
 */
import { everyPost } from "./permissions.ts";

/** The roles of a post on a day, as an array. */
export function rolesOf(post: string, day: string): string {
  return `array(select distinct g.role from role_grants g where g.post_id = ${post}
    and g.from_on <= ${day} and (g.until_on is null or g.until_on >= ${day}))`;
}

/** What these roles permit on a day, as an array. */
export function permissionsOf(roles: string, day: string): string {
  return `array(select distinct rp.permission from role_permissions rp
    where (rp.role = '${everyPost}' or rp.role = any(${roles}))
      and rp.from_on <= ${day} and (rp.until_on is null or rp.until_on >= ${day}))`;
}

/** The units whose work, with all below them, a post with these permissions may read, as an array. */
export function coveredUnits(post: {
  readonly id: string;
  readonly unitId: string;
  readonly permissions: string;
}): string {
  return `case when 'read-unit' = any(${post.permissions})
      then array[${post.unitId}]::uuid[] else '{}'::uuid[] end
    || case when 'read-below' = any(${post.permissions}) then array(
      select distinct below.unit_id from posts below
      left join posts between_them on between_them.id = below.reports_to_id
      where (below.reports_to_id = ${post.id} or between_them.reports_to_id = ${post.id})
        and below.closed_on is null) else '{}'::uuid[] end`;
}
