/** Written out here too: a step of the database does not change when the application does. */
const parts = [
  "post",
  "account",
  "employee",
  "unit",
  "units",
  "roles",
  "permissions",
  "purpose",
  "task",
] as const;

/** A part of what `app/base/standpoint.ts` says. Empty and missing are one and the same: null, which equals nothing. */
const said = (part: (typeof parts)[number]): string =>
  `nullif(split_part(current_setting('secretariat.standpoint', true), ';', ${parts.indexOf(part) + 1}), '')`;

export const whoAsks = `
  create function acting_post() returns uuid language sql stable parallel safe
    return ${said("post")}::uuid;
  create function acting_account() returns uuid language sql stable parallel safe
    return ${said("account")}::uuid;
  create function acting_employee() returns uuid language sql stable parallel safe
    return ${said("employee")}::uuid;
  create function acting_unit() returns uuid language sql stable parallel safe
    return ${said("unit")}::uuid;
  create function covered_units() returns uuid[] language sql stable parallel safe
    return ${said("units")}::uuid[];
  create function acts_with_role(role text) returns boolean language sql stable parallel safe
    return role = any(${said("roles")}::text[]);
  create function is_permitted(permission text) returns boolean language sql stable parallel safe
    return permission = any(${said("permissions")}::text[]);
  create function acting_purpose() returns text language sql stable parallel safe
    return ${said("purpose")};
  create function acts_for_purpose(purpose text) returns boolean language sql stable parallel safe
    return acting_purpose() = purpose;
  create function is_task() returns boolean language sql stable parallel safe
    return ${said("task")} is not null;
  create function is_somebody() returns boolean language sql stable parallel safe
    return coalesce(${said("post")}, ${said("purpose")}, ${said("task")}) is not null;
`;
