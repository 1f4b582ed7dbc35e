import { expect } from "chai";
import { v7 as newId } from "uuid";
import {
  addSubject,
  assignCharge,
  changeEmployee,
  changePost,
  closePost,
  closeUnit,
  createDesignation,
  createPost,
  createUnit,
  findPost,
  handOverCharge,
  organisationPolicy,
  registerEmployee,
  removeSubject,
  renameUnit,
} from "../../app/organisation/index.ts";
import { execute, row } from "../../app/base/index.ts";
import { asActor } from "../../app/base/standpoint.ts";
import { anItem, anOfficer, aPost, aUnit, type AnOfficer } from "../support/builders.ts";
import { eventsOf, refusalOf, refused } from "../support/expectations.ts";
import { aDesignation, anAdministrator, tag } from "../support/organisation-builders.ts";
import { sandboxed } from "../support/sandbox.ts";
import { programOf, visitAs } from "../support/visit.ts";

describe("Keeping the office", () => {
  sandboxed();

  let administrator: AnOfficer;

  beforeEach(async () => {
    administrator = await anAdministrator();
  });

  const person = () => ({
    code: `E${tag()}`,
    salutation: "Smt",
    nameEn: "Sunita Verma",
    nameHi: "सुनीता वर्मा",
    gender: "female" as const,
    bornOn: "1985-05-05",
    joinedOn: "2008-08-08",
    email: `${tag()}@cg.example`,
    mobile: String(9_100_000_000 + Math.floor(Math.random() * 99_999_999)),
  });

  const charge = (postId: string, employeeId: string) => ({
    postId,
    employeeId,
    kind: "substantive" as const,
    fromOn: "2026-01-01",
    orderNumber: "एफ 1-1/2026",
  });

  it("is the administrators' work; others may hand over their own post and nothing more", async () => {
    const secretary = await anOfficer({ roles: ["secretary"] });
    const clerk = await anOfficer({ roles: ["registry"] });
    const own = { postId: secretary.postId };
    const link = { ...secretary, charge: "link" as const };
    const table = [administrator, secretary, clerk, link].map((actor) => [
      organisationPolicy.can(actor, "administer", own),
      organisationPolicy.can(actor, "handOver", own),
    ]);
    expect(table).to.deep.equal([
      [true, true],
      [false, true],
      [false, false],
      [false, false],
    ]);
  });

  it("refuses every command to others", async () => {
    const [officer, unit, post] = [
      await anOfficer({ roles: ["secretary"] }),
      await aUnit(),
      await aPost(),
    ];
    const names = { nameEn: "A", nameHi: "अ" };
    const designation = await aDesignation();
    for (const attempt of [
      () => createUnit(officer, { ...names, kind: "section", code: "X", parentId: unit.id }),
      () => renameUnit(officer, unit.id, names),
      () => closeUnit(officer, unit.id),
      () =>
        createPost(officer, {
          ...names,
          unitId: unit.id,
          designationId: designation.id,
          code: "X",
          marking: "X",
        }),
      () => changePost(officer, post.id, { ...names, marking: "X" }),
      () => closePost(officer, post.id),
      () => registerEmployee(officer, person()),
      () => changeEmployee(officer, officer.employeeId, person()),
      () => assignCharge(officer, charge(post.id, officer.employeeId)),
      () => handOverCharge(officer, charge(post.id, officer.employeeId)),
      () => addSubject(officer, unit.id, names),
      () => removeSubject(officer, unit.id, newId()),
      () => createDesignation(officer, { ...names, code: "X", rank: 1 }),
    ]) {
      expect(await refusalOf(attempt())).to.equal("forbidden");
    }
  });

  describe("A unit", () => {
    it("is set up below another, knows all above it, is renamed and closed", async () => {
      const parent = await aUnit({ kind: "department" });
      const names = { nameEn: "Establishment", nameHi: "स्थापना" };
      const { id } = await createUnit(administrator, {
        ...names,
        kind: "section",
        code: `S${tag()}`,
        parentId: parent.id,
      });
      const found = await row<{ ids: string[] }>(
        "select ancestor_ids as ids from units where id = $id",
        { id },
      );
      expect(found?.ids).to.deep.equal([...parent.ancestorIds, id]);
      await renameUnit(administrator, id, { nameEn: "Budget", nameHi: "बजट" });
      await closeUnit(administrator, id);
      expect(await eventsOf(id)).to.deep.equal([
        "organisation.unit-created",
        "organisation.unit-renamed",
        "organisation.unit-closed",
      ]);
      expect(await refusalOf(renameUnit(administrator, id, names))).to.equal("invalid");
    });

    it("is not closed while something open stands in it", async () => {
      const unit = await aUnit();
      await aPost({ unit });
      const refusal = await refused(closeUnit(administrator, unit.id));
      expect([refusal.code, refusal.gaps]).to.deep.equal(["conflict", { units: 0, posts: 1 }]);
    });

    it("has a code of its own and a unit above it", async () => {
      const unit = await aUnit();
      const given = { kind: "section" as const, nameEn: "A", nameHi: "अ", code: unit.code };
      const same = await refused(createUnit(administrator, { ...given, parentId: unit.id }));
      expect(same.fields[0]?.field).to.equal("code");
      const alone = await refused(createUnit(administrator, { ...given, code: "Z" }));
      expect(alone.fields[0]?.field).to.equal("parentId");
    });
  });

  describe("A post", () => {
    it("is set up vacant, and closed only when idle", async () => {
      const [unit, designation] = [await aUnit(), await aDesignation()];
      const { id } = await createPost(administrator, {
        unitId: unit.id,
        designationId: designation.id,
        code: `P${tag()}`,
        nameEn: "Section Officer",
        nameHi: "अनुभाग अधिकारी",
        marking: `SO-${tag()}`,
      });
      expect((await findPost(id)).holder).to.equal(null);
      await closePost(administrator, id);
      expect(await eventsOf(id)).to.deep.equal([
        "organisation.post-created",
        "organisation.post-closed",
      ]);
    });

    it("is not closed while it is held or something lies on it", async () => {
      const officer = await anOfficer();
      expect(await refusalOf(closePost(administrator, officer.postId))).to.equal("conflict");
      await anItem(officer);
      const refusal = await refused(closePost(administrator, officer.postId));
      expect(refusal.gaps).to.deep.equal({ count: 1 });
    });

    it("is not closed while something lies on it that the administrator may not see", async () => {
      const post = await aPost();
      const holder = await anOfficer({ post });
      await anItem(holder, { classification: "confidential" });
      await execute("delete from charges where post_id = $id", { id: post.id });
      const seen = await asActor(administrator, () =>
        row("select id from items where holder_post_id = $id", { id: post.id }),
      );
      expect(seen).to.equal(undefined);
      const browser = await visitAs(administrator);
      const page = await browser.get(`/office/posts/${post.id}`);
      expect(page.text).to.match(/Items on the desk<[^]*?<dd[^>]*>\s*1\s*</);
      const answer = await browser.post(`/office/posts/${post.id}/close`);
      expect(answer.status).to.equal(409);
      expect((await findPost(post.id)).id).to.equal(post.id);
    });

    it("cannot report to one that reports to it", async () => {
      const top = await aPost();
      const low = await aPost({ reportsTo: top.id });
      const refusal = await refused(
        changePost(administrator, top.id, {
          nameEn: "A",
          nameHi: "अ",
          marking: tag(),
          reportsToId: low.id,
        }),
      );
      expect(refusal.fields[0]?.field).to.equal("reportsToId");
    });
  });

  describe("A person", () => {
    it("is entered with an account, and corrected", async () => {
      const given = person();
      const { id } = await registerEmployee(administrator, given);
      const account = await row<{ login: string; hash: string | null }>(
        "select login, password_hash as hash from accounts where employee_id = $id",
        { id },
      );
      expect(account).to.deep.equal({ login: given.email.split("@")[0], hash: null });
      await changeEmployee(administrator, id, { ...given, nameEn: "Sunita Sahu" });
      await changeEmployee(administrator, id, { ...given, nameEn: "Sunita Sahu" });
      expect(await eventsOf(id)).to.deep.equal([
        "organisation.employee-registered",
        "organisation.employee-changed",
      ]);
    });

    it("is refused with each thing that is wrong", async () => {
      const taken = person();
      await registerEmployee(administrator, taken);
      const refusal = await refused(
        registerEmployee(administrator, { ...taken, bornOn: "2015-01-01", joinedOn: "2020-01-01" }),
      );
      expect(refusal.fields.map(({ field }) => field)).to.deep.equal([
        "bornOn",
        "joinedOn",
        "code",
        "email",
        "mobile",
      ]);
    });

    it("has no birth date and mobile for others' eyes, nor for their programs", async () => {
      const officer = await anOfficer();
      const seen = (
        await (await programOf(officer)).get(`/office/people/${administrator.employeeId}`)
      ).json();
      expect(seen).to.have.nested.property("employee.mobile", "");
      expect(seen).to.have.nested.property("employee.bornOn", "");
    });
  });

  it("shows units, posts and people to everybody, and the tools to administrators only", async () => {
    const officer = await anOfficer({ nameHi: "कमला नेताम", nameEn: "Kamla Netam" });
    const [theirs, ours] = [await visitAs(officer), await visitAs(administrator)];
    for (const path of [
      "/office",
      "/office?q=Section",
      `/office/units/${officer.unitId}`,
      "/office/posts?vacant=true",
      `/office/posts/${officer.postId}`,
      "/office/people",
      `/office/people/${officer.employeeId}`,
    ]) {
      expect((await theirs.get(path)).status, path).to.equal(200);
    }
    for (const q of ["कमला", "netam kamla"]) {
      const page = await theirs.get(`/office/people?q=${encodeURIComponent(q)}`);
      expect(page.text).to.contain(`/office/people/${officer.employeeId}`);
    }
    for (const path of [
      "/office/designations",
      "/office/imports",
      "/office/people/new",
      `/office/units/${officer.unitId}/edit`,
      `/office/units/${officer.unitId}/posts/new`,
      `/office/posts/${officer.postId}/charges/new`,
    ]) {
      expect((await theirs.get(path)).status, path).to.equal(403);
      expect((await ours.get(path)).status, path).to.equal(200);
    }
    expect((await theirs.get("/office/people/lookup?q=kamla")).text).to.contain("Kamla Netam");
  });

  it("keeps what was typed when a form is refused", async () => {
    const unit = await aUnit();
    const page = await (
      await visitAs(administrator)
    ).post(`/office/units/${unit.id}/units`, {
      kind: "section",
      code: "has space",
      nameEn: "Typed",
      nameHi: "लिखा हुआ",
    });
    expect(page.status).to.equal(422);
    expect(page.$("input[name=nameHi]").val()).to.equal("लिखा हुआ");
    expect(page.$(".field-error").text()).to.contain("without spaces");
  });
});
