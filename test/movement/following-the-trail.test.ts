import { expect } from "chai";
import { atMoment, insert } from "../../app/base/index.ts";
import {
  closeItem,
  findItem,
  openItem,
  returnItem,
  sendItem,
  trailOf,
} from "../../app/movement/index.ts";
import { setHolidays } from "../../app/calendar/index.ts";
import { anItem, anOfficer } from "../support/builders.ts";
import { refusalOf } from "../support/expectations.ts";
import { sandboxed } from "../support/sandbox.ts";
import { programOf, visitAs } from "../support/visit.ts";
import { v7 as newId } from "uuid";

/** Ten in the morning in Raipur; March 2026 begins on a Sunday. */
const at = (day: string) => new Date(`${day}T10:00:00+05:30`);

describe("The trail", () => {
  sandboxed();

  it("tells who sent what to whom, what was asked, and the working days at each desk", async () => {
    const administrator = await anOfficer({ roles: ["administrator"] });
    await setHolidays(administrator, [{ day: "2026-03-04", nameEn: "Holi", nameHi: "होली" }]);
    const clerk = await anOfficer({ nameEn: "Clerk", nameHi: "लिपिक" });
    const officer = await anOfficer({ nameEn: "Officer", nameHi: "अधिकारी" });
    const item = await atMoment(at("2026-03-02"), () => anItem(clerk, { kind: "receipt" }));
    await atMoment(at("2026-03-05"), () =>
      sendItem(clerk, {
        itemId: item.id,
        toPostId: officer.postId,
        actionAsked: "approval",
        remarks: "देखें",
      }),
    );
    await atMoment(at("2026-03-06"), async () =>
      openItem(officer, await findItem(officer, item.id)),
    );
    await atMoment(at("2026-03-10"), () =>
      returnItem(officer, { itemId: item.id, remarks: "सुधारें" }),
    );
    const hops = await atMoment(at("2026-03-11"), () => trailOf(clerk, item.id));
    expect(hops.map(({ kind, days, isHere }) => [kind, days, isHere])).to.deep.equal([
      ["created", 2, false],
      ["sent", 3, false],
      ["returned", 1, true],
    ]);
    expect(hops[1]).to.deep.include({
      fromPerson: { nameEn: "Clerk", nameHi: "लिपिक" },
      toPerson: { nameEn: "Officer", nameHi: "अधिकारी" },
      actionAsked: "approval",
      remarks: "देखें",
      openedAt: at("2026-03-06"),
    });
  });

  it("counts no days after the closing", async () => {
    const clerk = await anOfficer();
    const item = await atMoment(at("2026-03-02"), () => anItem(clerk, { kind: "receipt" }));
    await atMoment(at("2026-03-03"), () => closeItem(clerk, { itemId: item.id, remarks: "x" }));
    const [first] = await atMoment(at("2026-03-30"), () => trailOf(clerk, item.id));
    expect(first).to.include({ days: 1, isHere: false });
  });

  it("says for whom a link officer acted", async () => {
    const principal = await anOfficer({ nameEn: "Principal" });
    const link = { ...(await anOfficer({ nameEn: "Link" })), charge: "link" as const };
    const acting = { ...link, postId: principal.postId, onBehalfOfId: principal.employeeId };
    await insert("charges", {
      id: newId(),
      postId: principal.postId,
      employeeId: link.employeeId,
      kind: "link",
      fromOn: "2020-01-01",
    });
    const item = await anItem(acting, { kind: "receipt" });
    const { $ } = await (await visitAs(principal)).get(`/items/${item.id}/movements`);
    expect($(".trail").text()).to.contain("Link, for Principal");
  });

  it("is shown in the reader's language and told to programs", async () => {
    const [clerk, officer] = [await anOfficer(), await anOfficer()];
    const item = await anItem(clerk, { kind: "receipt" });
    await sendItem(clerk, { itemId: item.id, toPostId: officer.postId, actionAsked: "approval" });
    const hindi = await (await visitAs(clerk, "hi")).get(`/items/${item.id}/movements`);
    expect(hindi.$(".trail").text()).to.contain("प्रेषित").and.contain("अनुमोदनार्थ");
    const english = await (await visitAs(clerk)).get(`/items/${item.id}/movements`);
    expect(english.$(".trail").text()).to.contain("Sent").and.contain("For approval");
    const told = (await (await programOf(clerk)).get(`/items/${item.id}/movements`)).json();
    expect((told as { hops: unknown[] }).hops).to.have.length(2);
  });

  it("does not exist for who may not see the item", async () => {
    const [clerk, stranger] = [await anOfficer(), await anOfficer()];
    const item = await anItem(clerk);
    expect(await refusalOf(trailOf(stranger, item.id))).to.equal("not-found");
    expect((await (await programOf(stranger)).get(`/items/${item.id}/movements`)).status).to.equal(
      404,
    );
  });
});
