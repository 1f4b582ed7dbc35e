import { expect } from "chai";
import { appointAdministrator } from "../../app/first-administrator.ts";
import { execute, row } from "../../app/base/index.ts";
import { sandboxed } from "../support/sandbox.ts";
import { visitAsStranger } from "../support/visit.ts";

const given = {
  state: { code: "CG", nameHi: "छत्तीसगढ़ शासन", nameEn: "Government of Chhattisgarh" },
  employeeCode: "EIT-0001",
  nameHi: "अमित वर्मा",
  nameEn: "Amit Verma",
  login: "amit.verma",
  email: "a.verma@cg.example",
};

describe("The first administrator", () => {
  sandboxed();

  it("comes in with the one-time password and must change it", async () => {
    const made = await appointAdministrator(given);
    expect(made.login).to.equal("amit.verma");
    const answer = await visitAsStranger("/sign-in", {
      method: "POST",
      headers: { "content-type": "application/json", accept: "application/json" },
      body: JSON.stringify({ login: made.login, password: made.password }),
    });
    expect(answer.status, answer.text).to.be.oneOf([200, 303]);
    const granted = await row("select 1 as one from role_grants where role = 'administrator'");
    expect(granted).to.not.equal(undefined);
  });

  it("gets another password while he has not come in, and is not made twice", async () => {
    const first = await appointAdministrator(given);
    const second = await appointAdministrator(given);
    expect(second.accountId).to.equal(first.accountId);
    expect(second.password).to.not.equal(first.password);
  });

  it("is refused another password once he has come in", async () => {
    const { accountId } = await appointAdministrator(given);
    await execute("update accounts set last_signed_in_at = now() where id = $accountId", {
      accountId,
    });
    const again = await appointAdministrator(given).then(
      () => "given",
      (error: Error) => error.message,
    );
    expect(again).to.contain("already");
  });
});
