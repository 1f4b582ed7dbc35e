import { expect } from "chai";
import { request } from "node:http";
import { setTimeout as pause } from "node:timers/promises";
import { row } from "../../app/base/index.ts";
import { anOfficer } from "../support/builders.ts";
import { unsandboxed } from "../support/sandbox.ts";
import { siteOrigin, visitAs } from "../support/visit.ts";

describe("Slow senders", () => {
  unsandboxed();

  it("hold no transaction open, though they ask that it be done only once", async () => {
    const { cookie, csrf } = await visitAs(await anOfficer());
    const fixed = {
      cookie,
      "x-csrf-token": csrf,
      "tus-resumable": "1.0.0",
      accept: "application/json",
    };
    const origin = await siteOrigin();
    const begun = await fetch(`${origin}/uploads`, {
      method: "POST",
      headers: { ...fixed, "upload-length": "1000" },
    });
    const sending = request(origin + (begun.headers.get("location") ?? ""), {
      method: "PATCH",
      headers: {
        ...fixed,
        "content-type": "application/offset+octet-stream",
        "upload-offset": "0",
        "content-length": "1000",
        "idempotency-key": "once",
      },
    });
    sending.on("error", () => undefined);
    sending.write(Buffer.alloc(10));
    await pause(500);
    const waiting = await row<{ open: number }>(
      `select count(*) as open from pg_stat_activity
       where state = 'idle in transaction' and datname = current_database()`,
    );
    sending.destroy();
    expect(waiting?.open).to.equal(0);
  });
});
