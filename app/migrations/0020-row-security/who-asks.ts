/** Empty and missing are one and the same: null, which equals nothing. */
export const whoAsks = `
  create function acting_post() returns uuid language sql stable parallel safe
    return nullif(current_setting('secretariat.post', true), '')::uuid;
  create function acting_account() returns uuid language sql stable parallel safe
    return nullif(current_setting('secretariat.account', true), '')::uuid;
  create function acting_employee() returns uuid language sql stable parallel safe
    return nullif(current_setting('secretariat.employee', true), '')::uuid;
  create function acting_unit() returns uuid language sql stable parallel safe
    return nullif(current_setting('secretariat.unit', true), '')::uuid;
  create function covered_units() returns uuid[] language sql stable parallel safe
    return nullif(current_setting('secretariat.units', true), '')::uuid[];
  create function acts_with_role(role text) returns boolean language sql stable parallel safe
    return role = any(nullif(current_setting('secretariat.roles', true), '')::text[]);
  create function is_permitted(permission text) returns boolean language sql stable parallel safe
    return permission = any(nullif(current_setting('secretariat.permissions', true), '')::text[]);
  create function acts_for_purpose(purpose text) returns boolean language sql stable parallel safe
    return nullif(current_setting('secretariat.purpose', true), '') = purpose;
  create function acts_for_some_purpose() returns boolean language sql stable parallel safe
    return nullif(current_setting('secretariat.purpose', true), '') is not null;
  create function is_task() returns boolean language sql stable parallel safe
    return nullif(current_setting('secretariat.task', true), '') is not null;
  create function is_somebody() returns boolean language sql stable parallel safe
    return coalesce(nullif(current_setting('secretariat.post', true), ''),
      nullif(current_setting('secretariat.task', true), ''),
      nullif(current_setting('secretariat.purpose', true), '')) is not null;
`;
