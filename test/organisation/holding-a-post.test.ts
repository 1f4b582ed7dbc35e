import { expect } from "chai";
import { v7 as newId } from "uuid";
import { assignCharge, endCharge, findPost, handOverCharge } from "../../app/organisation/index.ts";
import { insert, now, today } from "../../app/base/index.ts";
import { refusalOfConstraint } from "../../app/base/constraints.ts";
import {
  anEmployee,
  anItem,
  anOfficer,
  aPost,
  itemNow,
  type AnOfficer,
} from "../support/builders.ts";
import { eventsOf, refusalOf, refused } from "../support/expectations.ts";
import { anAdministrator } from "../support/organisation-builders.ts";
import { sandboxed } from "../support/sandbox.ts";
import { visitAs } from "../support/visit.ts";

describe("A charge", () => {
  sandboxed();

  let administrator: AnOfficer;

  beforeEach(async () => {
    administrator = await anAdministrator();
  });

  const charge = (postId: string, employeeId: string) => ({
    postId,
    employeeId,
    kind: "substantive" as const,
    fromOn: "2026-01-01",
    orderNumber: "एफ 1-1/2026",
  });

  it("is given and ended, with dates and order", async () => {
    const [post, { employeeId }] = [await aPost(), await anEmployee()];
    const { id } = await assignCharge(administrator, charge(post.id, employeeId));
    expect((await findPost(post.id)).holder?.id).to.equal(employeeId);
    await endCharge(administrator, id, "2026-02-01");
    expect((await findPost(post.id)).holder).to.equal(null);
    expect(await eventsOf(post.id)).to.deep.equal([
      "organisation.charge-assigned",
      "organisation.charge-ended",
    ]);
    expect(await refusalOf(endCharge(administrator, id, "2026-03-01"))).to.equal("conflict");
  });

  it("is refused to a second substantive holder, naming the first", async () => {
    const [officer, { employeeId }] = [await anOfficer(), await anEmployee()];
    const refusal = await refused(assignCharge(administrator, charge(officer.postId, employeeId)));
    expect(refusal.fields[0]?.gaps).to.have.property("date", "01.01.2020");
  });

  it("is refused by the database too, in words, when two race", async () => {
    const [officer, { employeeId }] = [await anOfficer(), await anEmployee()];
    const lost: unknown = await insert("charges", {
      id: newId(),
      ...charge(officer.postId, employeeId),
    }).catch((error: unknown) => error);
    expect(refusalOfConstraint(lost)?.message).to.contain("holds this post substantively");
  });

  it("as additional charge stands beside; as link officer it needs one to act for, and an end", async () => {
    const [officer, other, vacant] = [await anOfficer(), await anEmployee(), await aPost()];
    const given = charge(officer.postId, other.employeeId);
    await assignCharge(administrator, { ...given, kind: "additional" });
    const link = {
      ...charge(officer.postId, (await anEmployee()).employeeId),
      kind: "link" as const,
    };
    expect((await refused(assignCharge(administrator, link))).fields[0]?.field).to.equal("untilOn");
    await assignCharge(administrator, { ...link, untilOn: "2026-12-31" });
    const nobody = { ...link, postId: vacant.id, untilOn: "2026-12-31" };
    expect((await refused(assignCharge(administrator, nobody))).fields[0]?.field).to.equal("kind");
  });

  it("is refused with an end before its beginning, and to one who holds the post", async () => {
    const [officer, post] = [await anOfficer(), await aPost()];
    const backwards = { ...charge(post.id, officer.employeeId), untilOn: "2025-01-01" };
    expect(await refusalOf(assignCharge(administrator, backwards))).to.equal("invalid");
    const again = charge(officer.postId, officer.employeeId);
    expect(await refusalOf(assignCharge(administrator, again))).to.equal("invalid");
  });

  it("is handed over in one step; what lies on the desk stays, and the old holder is out", async () => {
    const [officer, next] = [await anOfficer(), await anEmployee()];
    const item = await anItem(officer);
    const browser = await visitAs(officer);
    const day = today(now());
    await handOverCharge(officer, { ...charge(officer.postId, next.employeeId), fromOn: day });
    expect((await findPost(officer.postId)).holder?.id).to.equal(next.employeeId);
    expect(await itemNow(item.id)).to.include({ holder_post_id: officer.postId, movements: 1 });
    expect((await browser.get("/me")).status).to.equal(403);
    expect(await eventsOf(officer.postId)).to.deep.equal([
      "organisation.charge-ended",
      "organisation.charge-assigned",
      "organisation.charge-handed-over",
    ]);
  });

  it("is not handed over by others, to oneself, nor before it was taken", async () => {
    const [officer, other, next] = [await anOfficer(), await anOfficer(), await anEmployee()];
    const given = charge(officer.postId, next.employeeId);
    expect(await refusalOf(handOverCharge(other, given))).to.equal("forbidden");
    const self = { ...given, employeeId: officer.employeeId };
    expect((await refused(handOverCharge(officer, self))).fields[0]?.field).to.equal("employeeId");
    const early = { ...given, fromOn: "2020-01-01" };
    expect((await refused(handOverCharge(officer, early))).fields[0]?.field).to.equal("fromOn");
    const vacant = { ...given, postId: (await aPost()).id };
    expect((await refused(handOverCharge(administrator, vacant))).fields[0]?.field).to.equal(
      "fromOn",
    );
  });
});
