import { expect } from "chai";
import { buffer } from "node:stream/consumers";
import { readStored, row } from "../../app/base/index.ts";
import { signDraft } from "../../app/drafting/index.ts";
import { revokeCertificate, verifySigned } from "../../app/signing/index.ts";
import { anOfficer } from "../support/builders.ts";
import { anApprovedDraft, aSignatory } from "../support/draft-builders.ts";
import { eventsOf, refusalOf } from "../support/expectations.ts";
import { sandboxed } from "../support/sandbox.ts";
import { aPdf } from "../support/receipt-builders.ts";
import { visitAs, visitAsStranger } from "../support/visit.ts";

async function sha256Of(letterId: string): Promise<string> {
  const stored = await row<{ sha256: string }>(
    "select document_sha256 as sha256 from letters where id = $letterId",
    { letterId },
  );
  return stored?.sha256 ?? "";
}

describe("Certificates and their verification", () => {
  sandboxed();

  it("are issued at the first signing and used again at the next", async () => {
    const officer = await aSignatory();
    await signDraft(officer, await anApprovedDraft(officer));
    await signDraft(officer, await anApprovedDraft(officer));
    const issued = await row<{ id: string; count: number }>(
      `select min(id::text) as id, count(*)::int as count from certificates where employee_id = $id`,
      { id: officer.employeeId },
    );
    expect(issued?.count).to.equal(1);
    expect(await eventsOf(issued?.id ?? "")).to.deep.equal(["certificate.issued"]);
  });

  it("are replaced once revoked, and what was signed before stays good", async () => {
    const officer = await aSignatory();
    const administrator = await anOfficer({ roles: ["administrator"] });
    const before = await signDraft(officer, await anApprovedDraft(officer));
    const first = await row<{ id: string }>("select id from certificates where employee_id = $id", {
      id: officer.employeeId,
    });
    const revocation = { certificateId: first?.id ?? "", reason: "स्थानांतरण" };
    await revokeCertificate(administrator, revocation);
    expect(await refusalOf(revokeCertificate(administrator, revocation))).to.equal("conflict");
    expect(await eventsOf(first?.id ?? "")).to.include("certificate.revoked");
    const { letterId } = await signDraft(officer, await anApprovedDraft(officer));
    const second = await row<{ id: string }>(
      "select certificate_id as id from letters where id = $letterId",
      { letterId },
    );
    expect(second?.id).not.to.equal(first?.id);
    const [report] = await verifySigned(await sha256Of(before.letterId));
    expect(report?.status).to.equal("valid");
  });

  it("are judged online: good, changed, and not signed at all", async () => {
    const officer = await aSignatory();
    const { letterId } = await signDraft(officer, await anApprovedDraft(officer));
    const bytes = await buffer(readStored(await sha256Of(letterId)));
    const browser = await visitAs(officer);
    const judge = async (given: Buffer) => {
      const sent = await browser.upload("/verification", {}, [{ name: "a.pdf", bytes: given }]);
      return (await browser.get(sent.location ?? "")).text;
    };
    expect(await judge(bytes)).to.include("The signature is valid");
    const changed = Buffer.from(bytes);
    changed[200] = (changed[200] ?? 0) ^ 1;
    expect(await judge(changed)).to.include("altered after it was signed");
    expect(await judge(await aPdf())).to.include("no digital signature");
  });

  it("stand under a root that everybody may have; the list is for administrators", async () => {
    const root = await visitAsStranger("/authority.pem");
    expect(root.text).to.match(/^-----BEGIN CERTIFICATE-----/);
    const [officer, administrator] = [
      await aSignatory(),
      await anOfficer({ roles: ["administrator"] }),
    ];
    expect((await (await visitAs(officer)).get("/certificates")).status).to.equal(403);
    expect((await (await visitAs(administrator)).get("/certificates")).status).to.equal(200);
    expect((await (await visitAs(officer)).get(`/verification/${"0".repeat(64)}`)).status).to.equal(
      404,
    );
  });
});
