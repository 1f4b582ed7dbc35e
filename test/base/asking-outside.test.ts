import { once } from "node:events";
import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { expect } from "chai";
import { fetchFrom, OutboundFailure, type OutboundRequest } from "../../app/base/index.ts";
import { mayBeAsked } from "../../app/base/outbound-target.ts";
import { json, listenOutside, type Outside } from "../support/identity-providers/outside.ts";
import { misleadingAddresses } from "../support/misleading-addresses.ts";

const misleading = Object.values(misleadingAddresses).flat();
const idp = "https://idp.example";

describe("Asking the outside", () => {
  let outside: Outside;
  before(async () => {
    outside = await listenOutside(({ url, method, headers, body }) =>
      json({ path: url.pathname, method, body, accept: headers["accept-encoding"] }),
    );
  });
  after(() => outside.stop());

  const failure = async (
    allowed: readonly string[],
    address: string,
    asked: OutboundRequest = {},
  ): Promise<OutboundFailure> => {
    try {
      await fetchFrom(allowed, address, asked);
    } catch (error) {
      if (error instanceof OutboundFailure) {
        return error;
      }
      throw error;
    }
    throw new Error(`${address} was answered`);
  };

  it("tries at least 120 ways of spelling", () => {
    expect(new Set(misleading).size).to.be.at.least(120);
  });

  for (const address of new Set(misleading)) {
    it(`does not ask ${JSON.stringify(address)}`, async () => {
      let wasResolved = false;
      const resolve = async () => {
        wasResolved = true;
        return [{ address: "203.0.113.9", family: 4 }];
      };
      expect((await failure([idp], address, { resolve })).reason).to.equal("refused");
      expect(wasResolved, "a name was asked for").to.equal(false);
    });
  }

  it("does not ask a number that somebody allowed without saying it is private", async () => {
    for (const origin of ["https://10.0.0.1", "https://[fd00::1]", "https://169.254.169.254"]) {
      expect((await failure([origin], origin)).reason).to.equal("refused");
    }
  });

  describe("judges where a name stands", () => {
    const at = (...addresses: readonly string[]): OutboundRequest => ({
      resolve: async () =>
        addresses.map((address) => ({ address, family: address.includes(":") ? 6 : 4 })),
    });
    for (const addresses of [
      ["10.0.0.5"],
      ["192.168.1.1"],
      ["169.254.169.254"],
      ["0.0.0.0"],
      ["100.64.1.1"],
      ["::"],
      ["fd00::1"],
      ["fe80::1"],
      ["::ffff:10.0.0.1"],
      ["64:ff9b::a00:1"],
      ["2002:a00:1::1"],
      ["93.184.215.14", "10.0.0.5"],
      ["2606:4700::1", "fd00::1"],
      ["not-a-number"],
      [],
    ]) {
      it(`and does not ask it at ${addresses.join(" and ") || "no address"}`, async () => {
        expect((await failure([idp], `${idp}/keys`, at(...addresses))).reason).to.equal("refused");
      });
    }

    it("and asks the office's own network only for hosts that are named", () => {
      const addresses = ["10.0.0.1", "fd00::1", "100.64.0.1", "8.8.8.8", "2606:4700::1"];
      expect(addresses.map((address) => mayBeAsked(address, false))).to.deep.equal([
        false,
        false,
        false,
        true,
        true,
      ]);
      expect(addresses.map((address) => mayBeAsked(address, true))).to.deep.equal([
        true,
        true,
        true,
        true,
        true,
      ]);
      for (const never of ["169.254.169.254", "0.0.0.0", "fe80::1", "168.63.129.16", "224.0.0.1"]) {
        expect(mayBeAsked(never, true), never).to.equal(false);
      }
    });

    it("once, and connects to what was judged, whatever the name says a moment later", async () => {
      const { port } = new URL(outside.origin);
      const origin = `http://localhost:${port}`;
      const answers = ["127.0.0.1", "10.0.0.1", "10.0.0.1"];
      let asked = 0;
      const resolve = async () => {
        asked += 1;
        return [{ address: answers[asked - 1] ?? "", family: 4 }];
      };
      const answer = await fetchFrom([origin], `${origin}/keys`, { resolve });
      expect([answer.status, asked]).to.deep.equal([200, 1]);
    });

    it("and tells a name that nobody knows from one that may not be asked", async () => {
      const resolve = () => Promise.reject(new Error("ENOTFOUND"));
      expect((await failure([idp], idp, { resolve })).reason).to.equal("unreachable");
    });

    it("within its time, however slow the name server is", async () => {
      const resolve = () => new Promise<never>(() => undefined);
      const late = await failure([idp], idp, { resolve, milliseconds: 50 });
      expect(late.reason).to.equal("slow");
    });
  });

  it("answers with what came, having asked for nothing packed", async () => {
    const answer = await fetchFrom([outside.origin], `${outside.origin}/a?b=c`, {
      method: "POST",
      headers: { "content-type": "text/plain", "accept-encoding": "gzip" },
      body: "क",
    });
    expect(await answer.json()).to.deep.equal({
      path: "/a",
      method: "POST",
      body: "क",
      accept: "identity",
    });
  });

  it("follows nobody elsewhere", async () => {
    outside.troubles.set("/elsewhere", "elsewhere");
    const { reason } = await failure([outside.origin], `${outside.origin}/elsewhere`);
    expect(reason).to.equal("redirect");
  });

  it("takes no more than its limit, declared or not", async () => {
    outside.troubles.set("/huge", "huge");
    const { reason } = await failure([outside.origin], `${outside.origin}/huge`);
    expect(reason).to.equal("too-large");
    const small = await failure([outside.origin], `${outside.origin}/x`, { bytes: 5 });
    expect(small.reason).to.equal("too-large");
  });

  it("unpacks nothing, so that nothing small becomes large", async () => {
    outside.troubles.set("/packed", "packed");
    const { reason } = await failure([outside.origin], `${outside.origin}/packed`);
    expect(reason).to.equal("refused");
  });

  it("waits no longer than its time, also for an answer that drips", async () => {
    outside.troubles.set("/silent", "silent");
    const silent = await failure([outside.origin], `${outside.origin}/silent`, {
      milliseconds: 80,
    });
    expect(silent.reason).to.equal("slow");
    const dripping = createServer((socket) => {
      socket.write("HTTP/1.1 200 OK\r\ncontent-length: 1000\r\n\r\n");
      const drip = setInterval(() => socket.write("x"), 10);
      socket.on("close", () => clearInterval(drip)).on("error", () => undefined);
    });
    dripping.listen(0, "127.0.0.1");
    await once(dripping, "listening");
    const origin = `http://127.0.0.1:${(dripping.address() as AddressInfo).port}`;
    const late = await failure([origin], origin, { milliseconds: 80 });
    expect(late.reason).to.equal("slow");
    dripping.close();
  });

  it("says that nobody is there", async () => {
    const gone = await listenOutside(() => json({}));
    await gone.stop();
    expect((await failure([gone.origin], gone.origin)).reason).to.equal("unreachable");
  });

  it("sends no header that somebody bent", async () => {
    const bent = { headers: { "x-name": "a\r\nx-admin: yes" } };
    expect((await failure([outside.origin], outside.origin, bent)).reason).to.equal("unreachable");
  });
});
