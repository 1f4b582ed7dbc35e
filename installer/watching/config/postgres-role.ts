import { act, capture, mustRun, type Host } from "../../host/index.ts";

const psql = ["psql", "--no-psqlrc", "--tuples-only", "--no-align", "--port=5432", "postgres"];

/** The exporter comes in by the name of its system user and may only look at figures. */
export async function ensureWatchingRole(host: Host): Promise<void> {
  const asked = await capture([...psql, "--command", known], { user: "postgres" });
  if (asked.output.trim() !== "1") {
    await act(host, "database role prometheus", async () => {
      await mustRun([...psql, "--command", make], { user: "postgres" });
    });
  }
}

const known = `select 1 from pg_roles r join pg_auth_members m on m.member = r.oid
  join pg_roles g on g.oid = m.roleid join pg_database d on d.datname = 'secretariat'
  where r.rolname = 'prometheus' and g.rolname = 'pg_monitor'
    and has_database_privilege(r.oid, d.oid, 'connect')`;

const make = `do $$ begin
  if not exists (select from pg_roles where rolname = 'prometheus') then
    create role prometheus login;
  end if;
  grant pg_monitor to prometheus;
  grant connect on database secretariat to prometheus;
end $$`;
