import { expect } from "chai";
import { rows } from "../../app/base/index.ts";
import { sandboxed } from "../support/sandbox.ts";
import { openTables } from "./open-tables.ts";

interface Table {
  readonly name: string;
  readonly isForced: boolean;
  readonly reads: boolean;
}

const tables = () =>
  rows<Table>(`
    select c.relname as name, c.relrowsecurity and c.relforcerowsecurity as "isForced",
      exists (select from pg_policy p where p.polrelid = c.oid and p.polcmd = 'r'
        and 'secretariat_app'::regrole::oid = any(p.polroles)) as reads
    from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
    order by 1`);

/** What Postgres itself holds back. A function of the owner sees everything, so each is named here. */
const doors = [
  "bytes_of_unit",
  "bytes_waiting_at",
  "document_is_in_registry",
  "has_acted_since",
  "item_is_held",
  "item_is_in_register",
  "item_is_in_sight",
  "item_is_shown_for_purpose",
  "items_on_desk",
  "letter_is_in_register",
  "number_of_item",
];

describe("Row security", () => {
  sandboxed();

  it("is forced on every table that begins with the work itself", async () => {
    const forced = (await tables()).filter(({ isForced }) => isForced);
    expect(forced.length).to.be.greaterThan(25);
    for (const { name, reads } of forced) {
      expect([name, reads]).to.deep.equal([name, true]);
    }
    const names = forced.map(({ name }) => name);
    expect(names).to.include.members(["items", "movements", "notes", "letters", "documents"]);
    expect(names.filter((name) => name in openTables)).to.deep.equal([]);
  });

  it("is missing only where a reason is written down", async () => {
    const open = (await tables()).filter(({ isForced }) => !isForced).map(({ name }) => name);
    expect(open.filter((name) => !(name in openTables))).to.deep.equal([]);
  });

  it("knows no view that would look with its owner's eyes", async () => {
    const leaking = await rows(`
      select relname from pg_class where relnamespace = 'public'::regnamespace and relkind in ('v', 'm')
        and not coalesce('security_invoker=true' = any(reloptions), false)
        and not exists (select from pg_depend d where d.objid = pg_class.oid and d.deptype = 'e')`);
    expect(leaking).to.deep.equal([]);
  });

  it("has a few doors, each with a fixed path and closed to the public", async () => {
    const found = await rows<{ name: string; path: string | null; isPublic: boolean }>(`
      select proname as name, proconfig[1] as path,
        has_function_privilege('secretariat_report', oid, 'execute') as "isPublic"
      from pg_proc where pronamespace = 'public'::regnamespace and prosecdef order by 1`);
    expect(found.map(({ name }) => name)).to.deep.equal(doors);
    for (const { path, isPublic } of found) {
      expect([path, isPublic]).to.deep.equal(["search_path=public, pg_temp", false]);
    }
  });

  it("lets the application's role neither pass by nor become another", async () => {
    const [role] = await rows(`select rolsuper, rolbypassrls, rolcreaterole,
      pg_has_role('secretariat_owner', 'member') as owner from pg_roles where rolname = current_user`);
    expect(Object.values(role ?? {})).to.deep.equal([false, false, false, false]);
  });
});
