import { expect } from "chai";
import { createFolder, fileItem, removeFolder, renameFolder } from "../../app/movement/index.ts";
import { row } from "../../app/base/index.ts";
import { anItem, anOfficer } from "../support/builders.ts";
import { eventsOf, refusalOf, refused } from "../support/expectations.ts";
import { sandboxed } from "../support/sandbox.ts";
import { visitAs } from "../support/visit.ts";

describe("Folders", () => {
  sandboxed();

  it("are made, renamed and removed; what lay in them stays", async () => {
    const clerk = await anOfficer();
    const item = await anItem(clerk);
    const folderId = await createFolder(clerk, "न्यायालय");
    await renameFolder(clerk, { folderId, name: "न्यायालयीन प्रकरण" });
    await fileItem(clerk, { itemId: item.id, folderId });
    await removeFolder(clerk, folderId);
    expect(await row("select 1 as x from filings where item_id = $id", { id: item.id })).to.equal(
      undefined,
    );
    expect(await eventsOf(folderId)).to.deep.equal([
      "folder.created",
      "folder.renamed",
      "folder.removed",
    ]);
    expect(await eventsOf(item.id)).to.deep.equal(["item.created", "item.filed"]);
  });

  it("hold an item once, and let it go", async () => {
    const clerk = await anOfficer();
    const item = await anItem(clerk);
    const [one, other] = [await createFolder(clerk, "1"), await createFolder(clerk, "2")];
    await fileItem(clerk, { itemId: item.id, folderId: one });
    await fileItem(clerk, { itemId: item.id, folderId: other });
    const filed = await row<{ id: string }>(
      "select folder_id as id from filings where item_id = $id",
      {
        id: item.id,
      },
    );
    expect(filed?.id).to.equal(other);
    await fileItem(clerk, { itemId: item.id, folderId: null });
    expect(await eventsOf(item.id)).to.deep.equal([
      "item.created",
      "item.filed",
      "item.filed",
      "item.unfiled",
    ]);
  });

  it("belong to one post: for others they do not exist", async () => {
    const [clerk, other] = [await anOfficer(), await anOfficer()];
    const folderId = await createFolder(clerk, "मेरा");
    const item = await anItem(other);
    expect(await refusalOf(renameFolder(other, { folderId, name: "x" }))).to.equal("not-found");
    expect(await refusalOf(removeFolder(other, folderId))).to.equal("not-found");
    expect(await refusalOf(fileItem(other, { itemId: item.id, folderId }))).to.equal("not-found");
    expect(await refusalOf(fileItem(clerk, { itemId: item.id, folderId }))).to.equal("not-found");
  });

  it("of one name are refused by the field", async () => {
    const clerk = await anOfficer();
    await createFolder(clerk, "TL");
    const refusal = await refused(createFolder(clerk, "TL"));
    expect(refusal.fields.map(({ field }) => field)).to.deep.equal(["name"]);
    const shown = await (await visitAs(clerk)).post("/folders", { name: "TL" });
    expect([shown.status, shown.$("[name=name].control").last().attr("value")]).to.deep.equal([
      422,
      "TL",
    ]);
  });
});
