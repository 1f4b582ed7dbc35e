import { expect } from "chai";
import {
  accountOf,
  changeLogin,
  linkIdentity,
  setDoor,
  unlinkIdentity,
  type ClaimedIdentity,
} from "../../app/access/index.ts";
import { linkClaim, refuseClaim } from "../../app/access/identities/decide-claim.ts";
import { findClaim } from "../../app/access/identities/queue-claim.ts";
import { change, row, rows } from "../../app/base/index.ts";
import { anOfficer, type AnOfficer } from "../support/builders.ts";
import { eventsOf, refusalOf } from "../support/expectations.ts";
import { anAdministrator, tag } from "../support/organisation-builders.ts";
import { sandboxed, unsandboxed } from "../support/sandbox.ts";
import { programOf, visitAs } from "../support/visit.ts";

const issuer = "https://provider.example";

/** What a provider says of this officer; give what it says otherwise. */
async function claimOf(
  { employeeId }: AnOfficer,
  given: Partial<ClaimedIdentity> = {},
): Promise<ClaimedIdentity> {
  const own = await row<{ code: string; email: string }>(
    "select code, email from employees where id = $employeeId",
    { employeeId },
  );
  return {
    issuer,
    subject: `subject-${tag()}`,
    employeeCode: own?.code ?? null,
    email: own?.email ?? null,
    name: "रमेश साहू",
    ...given,
  };
}

const linksOf = async ({ accountId }: AnOfficer) =>
  rows<{ id: string; subject: string }>(
    "select id, subject from identities where account_id = $accountId",
    { accountId },
  );

describe("Whose account an identity is", () => {
  describe("claimed", () => {
    sandboxed();

    let officer: AnOfficer;
    let other: AnOfficer;

    beforeEach(async () => {
      [officer, other] = [await anOfficer(), await anOfficer()];
    });

    it("is linked and recorded where code and e-mail both say so, and known from then on", async () => {
      const claim = await claimOf(officer);
      const spelt = {
        ...claim,
        employeeCode: ` ${claim.employeeCode?.toUpperCase()} `,
        email: claim.email?.toUpperCase() ?? null,
      };
      expect((await accountOf(spelt))?.id).to.equal(officer.accountId);
      expect(await eventsOf(officer.accountId)).to.deep.equal(["access.identity-linked"]);
      const later = { ...claim, employeeCode: null, email: "new@cg.example" };
      expect((await accountOf(later))?.id).to.equal(officer.accountId);
      expect(await linksOf(officer)).to.have.length(1);
      expect(await eventsOf(officer.accountId)).to.have.length(1);
    });

    it("is nobody's in every other case, and waits in the queue once", async () => {
      const [own, others] = [await claimOf(officer), await claimOf(other)];
      const doubtful = [
        ["nobody", { employeeCode: "CG-NOBODY", email: "nobody@cg.example" }],
        ["nobody", { employeeCode: null, email: null }],
        ["nobody", { employeeCode: "", email: "  " }],
        ["code-only", { employeeCode: own.employeeCode, email: null }],
        ["code-only", { employeeCode: own.employeeCode, email: "else@cg.example" }],
        ["email-only", { employeeCode: null, email: own.email }],
        ["email-only", { employeeCode: "CG-ELSE", email: own.email }],
        ["disagree", { employeeCode: own.employeeCode, email: others.email }],
      ] as const;
      for (const [reason, said] of doubtful) {
        const claim = await claimOf(officer, said);
        expect(await accountOf(claim), reason).to.equal(undefined);
        expect(await accountOf(claim)).to.equal(undefined);
        const queued = await findClaim(claim);
        expect(queued).to.include({ reason, state: "waiting" });
        expect(await eventsOf(queued?.id ?? "")).to.deep.equal(["access.identity-queued"]);
      }
      expect([...(await linksOf(officer)), ...(await linksOf(other))]).to.deep.equal([]);
    });

    it("is not given a person who has another of the same issuer", async () => {
      await accountOf(await claimOf(officer));
      const second = await claimOf(officer);
      expect(await accountOf(second)).to.equal(undefined);
      expect((await findClaim(second))?.reason).to.equal("linked-already");
      const elsewhere = await claimOf(officer, { issuer: "directory:nic" });
      expect((await accountOf(elsewhere))?.id).to.equal(officer.accountId);
    });

    it("stays with an administrator once it waits, though code and e-mail agree later", async () => {
      const claim = await claimOf(officer, { email: null });
      await accountOf(claim);
      expect(await accountOf({ ...(await claimOf(officer)), subject: claim.subject })).to.equal(
        undefined,
      );
      expect(await linksOf(officer)).to.deep.equal([]);
    });
  });

  describe("decided", () => {
    sandboxed();

    let administrator: AnOfficer;
    let officer: AnOfficer;
    let claim: ClaimedIdentity;
    let claimId: string;

    beforeEach(async () => {
      [administrator, officer] = [await anAdministrator(), await anOfficer()];
      claim = await claimOf(officer, { email: null });
      await accountOf(claim);
      claimId = (await findClaim(claim))?.id ?? "";
    });

    it("belongs to whom the administrator names", async () => {
      await linkClaim(administrator, claimId, officer.employeeId);
      expect((await accountOf(claim))?.id).to.equal(officer.accountId);
      expect(await eventsOf(officer.accountId)).to.deep.equal(["access.identity-linked"]);
      expect(await refusalOf(linkClaim(administrator, claimId, officer.employeeId))).to.equal(
        "conflict",
      );
    });

    it("opens nothing once it is refused, until it is given to somebody after all", async () => {
      await refuseClaim(administrator, claimId);
      expect(await accountOf({ ...(await claimOf(officer)), subject: claim.subject })).to.equal(
        undefined,
      );
      expect(await eventsOf(claimId)).to.deep.equal([
        "access.identity-queued",
        "access.identity-refused",
      ]);
      expect(await refusalOf(refuseClaim(administrator, claimId))).to.equal("conflict");
      await linkClaim(administrator, claimId, officer.employeeId);
      expect((await accountOf(claim))?.id).to.equal(officer.accountId);
    });

    it("is unlinked with its sessions ended, and never links itself again", async () => {
      await linkClaim(administrator, claimId, officer.employeeId);
      const browser = await visitAs(officer);
      expect((await browser.get("/me")).status).to.equal(200);
      const [linked] = await linksOf(officer);
      await unlinkIdentity(administrator, linked?.id ?? "");
      expect((await browser.get("/me")).status).to.equal(303);
      const agreeing = { ...(await claimOf(officer)), subject: claim.subject };
      expect(await accountOf(agreeing)).to.equal(undefined);
      expect(await findClaim(agreeing)).to.include({ state: "waiting", reason: "unlinked" });
      expect((await eventsOf(officer.accountId)).slice(0, 2)).to.deep.equal([
        "access.identity-linked",
        "access.identity-unlinked",
      ]);
      expect(await refusalOf(unlinkIdentity(administrator, linked?.id ?? ""))).to.equal(
        "not-found",
      );
    });

    it("is decided by administrators and nobody else, by command and by web", async () => {
      const clerk = await anOfficer({ roles: ["registry"] });
      const secretary = await anOfficer({ roles: ["secretary"] });
      const identity = { issuer, subject: "x" };
      for (const actor of [officer, clerk, secretary]) {
        for (const attempt of [
          () => linkClaim(actor, claimId, officer.employeeId),
          () => refuseClaim(actor, claimId),
          () => linkIdentity(actor, officer.accountId, identity),
          () => setDoor(actor, officer.accountId, "directory"),
          () => changeLogin(actor, officer.accountId, "other"),
        ]) {
          expect(await refusalOf(attempt())).to.equal("forbidden");
        }
        const program = await programOf(actor);
        for (const path of ["/identities", `/identities/${claimId}`, "/directory"]) {
          expect((await program.get(path)).status, path).to.equal(403);
        }
        for (const path of [
          `/identities/${claimId}/link`,
          `/identities/${claimId}/refuse`,
          `/accounts/${officer.accountId}/door`,
          "/directory/readings",
          "/directory/servers/trial",
          "/directory/differences/new",
        ]) {
          expect((await program.post(path, {})).status, path).to.equal(403);
        }
      }
      expect(await linksOf(officer)).to.deep.equal([]);
    });

    it("is shown with whom it may be, and decided there", async () => {
      const browser = await visitAs(administrator);
      const queue = await browser.get("/identities");
      expect(queue.text).to.contain("Only the employee code is known here.");
      const page = await browser.get(`/identities/${claimId}`);
      const employeeId = page.$("form[action$='/link'] input[name=employeeId]").attr("value");
      expect(employeeId).to.equal(officer.employeeId);
      const linked = await browser.post(`/identities/${claimId}/link`, { employeeId });
      expect(linked.location).to.equal("/identities");
      const ways = await browser.get(`/accounts/${officer.accountId}/identities`);
      expect(ways.text).to.contain(issuer);
      const [own] = await linksOf(officer);
      const address = `/accounts/${administrator.accountId}/identities/${own?.id}/unlink`;
      expect((await browser.post(address)).status).to.equal(404);
      const unlink = ways.$("form[action$='/unlink']").attr("action") ?? "";
      expect((await browser.post(unlink)).status).to.equal(303);
      expect(await linksOf(officer)).to.deep.equal([]);
    });

    it("moves an account to the directory's door and back, never keeping the old password", async () => {
      await change("accounts", { id: officer.accountId }, { passwordHash: "hash" });
      await setDoor(administrator, officer.accountId, "directory");
      expect(await refusalOf(setDoor(administrator, officer.accountId, "directory"))).to.equal(
        "conflict",
      );
      await setDoor(administrator, officer.accountId, "password");
      const stands = await row<object>(
        `select password_hash as "hash", must_change as "mustChange" from accounts where id = $id`,
        { id: officer.accountId },
      );
      expect(stands).to.deep.equal({ hash: null, mustChange: true });
      expect(await eventsOf(officer.accountId)).to.deep.equal([
        "access.door-changed",
        "access.door-changed",
      ]);
    });

    it("gives a login that is free, and no other's", async () => {
      await changeLogin(administrator, officer.accountId, "new.name");
      await changeLogin(administrator, officer.accountId, "new.name");
      expect(await eventsOf(officer.accountId)).to.deep.equal(["access.login-changed"]);
      const taken = changeLogin(administrator, officer.accountId, administrator.login);
      expect(await refusalOf(taken)).to.equal("conflict");
    });
  });

  describe("claimed by several at once", () => {
    unsandboxed();

    it("is linked once, whoever claims it", async () => {
      const officer = await anOfficer();
      const claim = await claimOf(officer);
      const answers = await Promise.all(Array.from({ length: 12 }, () => accountOf(claim)));
      expect(new Set(answers.map((account) => account?.id))).to.deep.equal(
        new Set([officer.accountId]),
      );
      expect(await linksOf(officer)).to.have.length(1);
      expect(await eventsOf(officer.accountId)).to.deep.equal(["access.identity-linked"]);
    });

    it("gives a person one identity of an issuer, whoever is first", async () => {
      const officer = await anOfficer();
      const claims = await Promise.all(Array.from({ length: 12 }, () => claimOf(officer)));
      const answers = await Promise.all(claims.map((claim) => accountOf(claim)));
      expect(answers.filter((account) => account !== undefined)).to.have.length(1);
      expect(await linksOf(officer)).to.have.length(1);
      const queued = await Promise.all(claims.map((claim) => findClaim(claim)));
      expect(queued.filter((one) => one !== undefined)).to.have.length(11);
    });

    it("is decided once, when two administrators decide", async () => {
      const [officer, other] = [await anOfficer(), await anOfficer()];
      const administrator = await anAdministrator();
      const claim = await claimOf(officer, { email: null });
      await accountOf(claim);
      const claimId = (await findClaim(claim))?.id ?? "";
      const outcomes = await Promise.allSettled(
        [officer, other, officer, other].map(({ employeeId }) =>
          linkClaim(administrator, claimId, employeeId),
        ),
      );
      expect(outcomes.filter(({ status }) => status === "fulfilled")).to.have.length(1);
      expect([...(await linksOf(officer)), ...(await linksOf(other))]).to.have.length(1);
    });
  });
});
