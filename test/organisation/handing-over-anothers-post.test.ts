import { expect } from "chai";
import { v7 as newId } from "uuid";
import { insert, row, type Actor } from "../../app/base/index.ts";
import { handOverCharge } from "../../app/organisation/index.ts";
import { anEmployee, anOfficer } from "../support/builders.ts";
import { refusalOf } from "../support/expectations.ts";
import { sandboxed } from "../support/sandbox.ts";

describe("Handing over a post that another holds too", () => {
  sandboxed();

  it("does not end the charge of the substantive holder", async () => {
    const holder = await anOfficer();
    const beside = await anEmployee();
    const next = await anEmployee();
    const { postId } = holder;
    const charge = { id: newId(), postId, employeeId: beside.employeeId, kind: "additional" };
    await insert("charges", { ...charge, fromOn: "2021-01-01" });
    const acting: Actor = { ...holder, ...beside, charge: "additional" };
    const order = { postId, employeeId: next.employeeId, fromOn: "2026-12-01", orderNumber: "1" };
    const given = { ...order, kind: "substantive" as const };
    expect(await refusalOf(handOverCharge(acting, given))).to.equal("forbidden");
    await handOverCharge(holder, given);
    const ended = await row<{ on: string }>(
      `select until_on as "on" from charges where post_id = $postId and employee_id = $employee`,
      { postId, employee: holder.employeeId },
    );
    expect(ended?.on).to.equal("2026-11-30");
  });
});
