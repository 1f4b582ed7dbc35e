import { setTimeout as pause } from "node:timers/promises";
import { expect } from "chai";
import { transaction } from "../../app/base/index.ts";
import { sendItem } from "../../app/movement/index.ts";
import { closePost } from "../../app/organisation/index.ts";
import { anItem, anOfficer, aPost, itemNow } from "../support/builders.ts";
import { refusalOf } from "../support/expectations.ts";
import { anAdministrator } from "../support/organisation-builders.ts";
import { unsandboxed } from "../support/sandbox.ts";

describe("Closing a post while something is sent there", () => {
  unsandboxed();

  it("leaves nothing on a closed desk: whoever sends waits, and is refused", async () => {
    const [administrator, clerk, post] = [
      await anAdministrator(),
      await anOfficer(),
      await aPost(),
    ];
    const item = await anItem(clerk);
    const { promise: isClosed, resolve: tell } = Promise.withResolvers<undefined>();
    const closing = transaction(async () => {
      await closePost(administrator, post.id);
      tell(undefined);
      await pause(400);
    });
    await isClosed;
    const sending = refusalOf(sendItem(clerk, { itemId: item.id, toPostId: post.id }));
    await closing;
    expect(await sending).to.equal("invalid");
    expect(await itemNow(item.id)).to.include({ holder_post_id: clerk.postId });
  });

  it("refuses to close where something is on its way", async () => {
    const [administrator, clerk, post] = [
      await anAdministrator(),
      await anOfficer(),
      await aPost(),
    ];
    const item = await anItem(clerk);
    const { promise: isSent, resolve: tell } = Promise.withResolvers<undefined>();
    const sending = transaction(async () => {
      await sendItem(clerk, { itemId: item.id, toPostId: post.id });
      tell(undefined);
      await pause(400);
    });
    await isSent;
    const closing = refusalOf(closePost(administrator, post.id));
    await sending;
    expect(await closing).to.equal("conflict");
  });
});
