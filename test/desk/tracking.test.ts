import { expect } from "chai";
import { sendItem } from "../../app/movement/index.ts";
import { anItem, anOfficer, type AnOfficer } from "../support/builders.ts";
import { sandboxed } from "../support/sandbox.ts";
import { programOf, visitAs } from "../support/visit.ts";

async function foundBy(officer: AnOfficer, words: string): Promise<string[]> {
  const program = await programOf(officer);
  const shown = await program.get(`/track?q=${encodeURIComponent(words)}`);
  expect(shown.status).to.equal(200);
  return (shown.json() as { found: { id: string }[] }).found.map(({ id }) => id);
}

describe("Tracking", () => {
  sandboxed();

  it("finds a number however it is typed, and the computer number", async () => {
    const clerk = await anOfficer();
    const item = await anItem(clerk, { number: "एफ 10-4/2031/1/5" });
    await anItem(clerk, { number: "एफ 10-4/2031/1/50" });
    const ways = ["एफ 10-4/2031/1/5", "एफ10-4/2031/1/5", "F 10-4/2031/1/5", "f10-4/2031/1/5"];
    for (const words of [...ways, "एफ १०-४/२०३१/१/५", String(item.computerNumber)]) {
      expect(await foundBy(clerk, words), words).to.deep.equal([item.id]);
    }
  });

  it("goes to the page of the only find, and lists several", async () => {
    const clerk = await anOfficer();
    const item = await anItem(clerk, {
      kind: "receipt",
      number: "4512/2031/GAD",
      subject: "अनोखा विषय",
    });
    const visit = await visitAs(clerk);
    expect((await visit.get("/track?q=4512/2031/GAD")).location).to.equal(`/receipts/${item.id}`);
    await anItem(clerk, { kind: "receipt", number: "4513/2031/GAD", subject: "अनोखा दूसरा विषय" });
    const { $ } = await visit.get(`/track?q=${encodeURIComponent("अनोखा विषय")}`);
    expect($(".item")).to.have.length(2);
  });

  it("finds by the beginning of the number and by words of the subject in any order", async () => {
    const clerk = await anOfficer();
    const item = await anItem(clerk, { number: "QX-77/2031", subject: "Land at Sejbahar village" });
    for (const words of ["QX-77", "qx-77/2", "village Sejbahar", "sejb"]) {
      expect(await foundBy(clerk, words), words).to.deep.equal([item.id]);
    }
    expect(await foundBy(clerk, "Sejbahar mountain")).to.deep.equal([]);
    expect(await foundBy(clerk, "100%_")).to.deep.equal([]);
  });

  it("says where it lies now and since when", async () => {
    const [clerk, officer] = [await anOfficer(), await anOfficer({ nameEn: "Anita Sahu" })];
    for (const number of ["QY-1", "QY-2"]) {
      const item = await anItem(clerk, { number });
      await sendItem(clerk, { itemId: item.id, toPostId: officer.postId });
    }
    const { $ } = await (await visitAs(clerk)).get("/track?q=QY-");
    expect($(".item-whence").first().text()).to.match(
      /^Now with Section Officer, Anita Sahu since /,
    );
  });

  it("finds nothing that one may not see", async () => {
    const [clerk, stranger] = [await anOfficer(), await anOfficer()];
    const item = await anItem(clerk, { number: "QZ-1/2031" });
    expect(await foundBy(stranger, "QZ-1/2031")).to.deep.equal([]);
    expect(await foundBy(stranger, String(item.computerNumber))).to.deep.equal([]);
    const shown = await (await visitAs(stranger)).get("/track?q=QZ-1/2031");
    expect(shown.$(".empty-title").text()).to.equal("Nothing that you can see fits this.");
  });

  it("asks when nothing was asked, and refuses what is too long", async () => {
    const visit = await visitAs(await anOfficer());
    expect((await visit.get("/track")).$("main input[name=q]")).to.have.length(1);
    expect((await visit.get(`/track?q=${"x".repeat(201)}`)).status).to.equal(422);
    expect((await visit.get("/track?q=99999999999999999999")).status).to.equal(200);
  });
});
