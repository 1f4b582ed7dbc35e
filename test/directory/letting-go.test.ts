import { expect } from "chai";
import { Attribute, Change } from "ldapts";
import { deliver, insert, row, rows, startSession, today } from "../../app/base/index.ts";
import { directoryActor } from "../../app/directory/actor.ts";
import { directoryNeeded, preview, readDifferences } from "../../app/directory/preview.ts";
import { lastRuns } from "../../app/directory/sync/sync-run.ts";
import { synchronise } from "../../app/directory/sync/synchronise.ts";
import { takeOver } from "../../app/directory/sync/take-over.ts";
import { findClaim } from "../../app/access/identities/queue-claim.ts";
import { assignCharge } from "../../app/organisation/index.ts";
import { aPost, anItem, type AnOfficer } from "../support/builders.ts";
import { eventsOf } from "../support/expectations.ts";
import { anAdministrator, officeNow } from "../support/organisation-builders.ts";
import { sandboxed } from "../support/sandbox.ts";
import { aSlapd, base, passwordOf, type LdapEntry, type Slapd } from "../support/slapd.ts";
import { visitAs, visitAsStranger } from "../support/visit.ts";
import { attempt, authorityForSuite, directoryOf, use } from "./a-directory.ts";
import { aFullEntry, asAdded } from "./an-entry.ts";

/** Does what the worker would about one person. */
async function deliverAbout(subjectId: string): Promise<void> {
  const due = await rows<{ eventId: string; job: string }>(
    `select d.event_id as "eventId", d.job from deliveries d join events e on e.id = d.event_id
     where e.subject_id = $subjectId`,
    { subjectId },
  );
  for (const delivery of due) {
    await deliver(delivery);
  }
}

describe("Whom the directory lets go", function () {
  this.timeout(60_000);
  sandboxed();

  const authority = authorityForSuite();
  let slapd: Slapd;
  let administrator: AnOfficer;

  before(async () => {
    slapd = await aSlapd({ authority: authority() });
  });

  after(() => slapd.remove());

  beforeEach(async () => {
    administrator = await anAdministrator();
  });

  const group = (ou: string) =>
    use(directoryOf(authority(), [slapd.ldaps], { people: `(ou=${ou})`, timeoutSeconds: 20 }));

  const add = (...entries: readonly (LdapEntry & { uid: string })[]) =>
    slapd.asRoot(async (client) => {
      for (const entry of entries) {
        await client.add(`uid=${entry.uid},${base}`, asAdded(entry));
      }
    });

  const alter = (uid: string, type: string, value: string) =>
    slapd.asRoot((client) =>
      client.modify(
        `uid=${uid},${base}`,
        new Change({
          operation: "replace",
          modification: new Attribute({ type, values: [value] }),
        }),
      ),
    );

  const takeAll = async (kind: "new" | "gone" | "inactive") => {
    const { seen } = await preview({ kind });
    return takeOver(administrator, directoryNeeded(), { kind, seen, subjects: [] });
  };

  const sync = () => synchronise(directoryActor, directoryNeeded());

  /** Somebody of the directory who is entered here and holds a post on whose desk an item lies. */
  const anOfficial = async (ou: string, given: LdapEntry = {}) => {
    const entry = aFullEntry(ou, given);
    await add(entry);
    group(ou);
    await takeAll("new");
    const ids = await row<{ employeeId: string; accountId: string }>(
      `select e.id as "employeeId", a.id as "accountId" from employees e
       join accounts a on a.employee_id = e.id where e.code = $code`,
      { code: entry["employeeNumber"] },
    );
    const { employeeId = "", accountId = "" } = ids ?? {};
    const post = await aPost();
    const charge = {
      postId: post.id,
      employeeId,
      kind: "substantive",
      fromOn: "2021-04-01",
    } as const;
    await assignCharge(administrator, { ...charge, orderNumber: "1" });
    const actor = { ...administrator, employeeId, accountId, postId: post.id, unitId: post.unitId };
    await anItem(actor);
    return { ...entry, employeeId, accountId, postId: post.id };
  };

  const stateOf = (official: { accountId: string; postId: string }) =>
    row<{ isDisabled: boolean; untilOn: string | null }>(
      `select a.disabled_at is not null as "isDisabled", c.until_on as "untilOn"
       from accounts a join charges c on c.employee_id = a.employee_id and c.post_id = $postId
       where a.id = $accountId`,
      { accountId: official.accountId, postId: official.postId },
    );

  it("loses account, sessions and charges with the next reading, and stays in the record", async () => {
    const official = await anOfficial("leaves");
    expect((await attempt(official.uid, passwordOf(official.uid))).status).to.equal(303);
    const { accountId, employeeId, postId } = official;
    const token = await startSession({ accountId, actingPostId: postId, language: "en" });
    const headers = { accept: "text/html", cookie: `session=${token}` };
    expect((await visitAsStranger("/me", { headers })).status).to.equal(200);

    await alter(official.uid, "inetUserStatus", "Inactive");
    await sync();

    expect(await stateOf(official)).to.deep.equal({ isDisabled: true, untilOn: today(new Date()) });
    expect((await visitAsStranger("/me", { headers })).status).to.equal(303);
    expect((await attempt(official.uid, passwordOf(official.uid))).status).to.equal(401);
    expect(await eventsOf(employeeId)).to.include("directory.person-dismissed");
    expect(await eventsOf(accountId)).to.include("access.account-disabled");
    expect(await eventsOf(postId)).to.include("organisation.charge-ended");
    const person = await (await visitAs(administrator)).get(`/office/people/${employeeId}`);
    expect(person.status).to.equal(200);
    await deliverAbout(employeeId);
    const notice = await row<{ gaps: { count: number } }>(
      "select gaps from notices where post_id = $postId order by at desc limit 1",
      { postId: administrator.postId },
    );
    expect(notice?.gaps.count).to.equal(1);
  });

  it("changes nothing when it is read again", async () => {
    const official = await anOfficial("again");
    await alter(official.uid, "inetUserStatus", "Inactive");
    await sync();
    const before = await officeNow();
    const events = await eventsOf(official.employeeId);
    await sync();
    await sync();
    expect(await officeNow()).to.equal(before);
    expect(await eventsOf(official.employeeId)).to.deep.equal(events);
    expect((await lastRuns(1))[0]).to.include({ outcome: "read", applied: 0, people: 1 });
  });

  it("ends a charge with the last day of service, where the directory says one", async () => {
    const official = await anOfficial("retires");
    await alter(official.uid, "nicDateOfRetirement", "20261031000000Z");
    await sync();
    expect((await stateOf(official))?.untilOn).to.equal("2026-10-31");
  });

  it("only shows who is missing from it, until an administrator takes that over", async () => {
    const official = await anOfficial("missing");
    await slapd.asRoot((client) => client.del(`uid=${official.uid},${base}`));
    await sync();
    expect((await stateOf(official))?.isDisabled).to.equal(false);
    expect((await readDifferences()).map(({ kind }) => kind)).to.deep.equal(["gone"]);
    await takeAll("gone");
    expect((await stateOf(official))?.isDisabled).to.equal(true);
    expect(await readDifferences()).to.deep.equal([]);
  });

  it("opens nobody again whom it takes back, nor whom an administrator disabled", async () => {
    const official = await anOfficial("returns");
    await alter(official.uid, "inetUserStatus", "Inactive");
    await sync();
    await alter(official.uid, "inetUserStatus", "Active");
    await sync();
    expect((await stateOf(official))?.isDisabled).to.equal(true);
  });

  it("is held back when a machine would let too many go at once", async () => {
    const entries = Array.from({ length: 30 }, () => aFullEntry("mass"));
    await add(...entries);
    group("mass");
    await takeAll("new");
    for (const { uid } of entries.slice(0, 11)) {
      await alter(uid, "inetUserStatus", "Inactive");
    }
    const before = await officeNow();
    await sync();
    expect(await officeNow()).to.equal(before);
    expect((await lastRuns(1))[0]).to.include({ outcome: "held", applied: 0 });
    const state = await (await visitAs(administrator)).get("/directory");
    expect(state.text).to.contain("More people were let go at once");
    expect((await takeAll("inactive")).done).to.equal(11);
    const disabled = await rows(
      "select 1 from accounts where door = 'directory' and disabled_at is not null",
    );
    expect(disabled).to.have.length(11);
  });

  it("loses nobody when the directory does not answer", async () => {
    const official = await anOfficial("silence");
    const before = await officeNow();
    use(directoryOf(authority(), ["ldaps://localhost:1"], { timeoutSeconds: 0.5 }));
    await sync();
    expect(await officeNow()).to.equal(before);
    expect((await lastRuns(1))[0]?.outcome).to.equal("failed");
    expect((await stateOf(official))?.isDisabled).to.equal(false);
  });

  it("puts doubtful entries before an administrator, once, and links none of them", async () => {
    const official = await anOfficial("doubt");
    await row("delete from identities where account_id = $id returning 1 as gone", {
      id: official.accountId,
    });
    await alter(official.uid, "mail", "somebody.else@cg.example");
    await sync();
    await sync();
    const [subject] = (await readDifferences()).map((one) => one.subject);
    const claim = await findClaim({ issuer: "directory:nic", subject: subject ?? "" });
    expect(claim).to.include({ reason: "code-only", state: "waiting" });
    expect(await eventsOf(claim?.id ?? "")).to.deep.equal(["access.identity-queued"]);
    expect(
      await rows("select 1 from identities where account_id = $id", { id: official.accountId }),
    ).to.deep.equal([]);
  });

  it("enters nobody by itself, unless the administrators ordered so", async () => {
    await add(aFullEntry("auto"));
    group("auto");
    await sync();
    expect((await readDifferences()).map(({ kind }) => kind)).to.deep.equal(["new"]);
    await insert("parameters", {
      name: "directory.take-over",
      value: JSON.stringify("automatic"),
      fromOn: "2020-01-01",
    });
    await sync();
    expect(await readDifferences()).to.deep.equal([]);
    const [last] = await lastRuns(1);
    expect(last).to.include({ applied: 1, by: null });
    expect(await eventsOf(last?.id ?? "")).to.deep.equal(["directory.synchronised"]);
  });

  it("is read by hand, by an administrator", async () => {
    const official = await anOfficial("by-hand");
    await alter(official.uid, "inetUserStatus", "Inactive");
    const browser = await visitAs(administrator);
    const answer = await browser.post("/directory/readings");
    expect(answer.location).to.equal("/directory");
    expect((await stateOf(official))?.isDisabled).to.equal(true);
    expect((await lastRuns(1))[0]?.by).not.to.equal(null);
    expect((await browser.get("/directory")).text).to.contain("Desks that were left");
    expect((await browser.post("/directory/servers/trial")).status).to.equal(303);
  });
});
