import { createServer, type Socket } from "node:net";
import { Readable } from "node:stream";
import { setTimeout as pause } from "node:timers/promises";
import type { AddressInfo } from "node:net";
import { expect } from "chai";
import { config, execute, row } from "../../app/base/index.ts";
import { registerDocument } from "../../app/documents/index.ts";
import { scanWaiting } from "../../app/documents/scanner/chores.ts";
import { scanBytes } from "../../app/documents/scanner/clamd.ts";
import { signatureAge } from "../../app/documents/scanner/metrics.ts";
import { sendItem } from "../../app/movement/index.ts";
import { anOfficer } from "../support/builders.ts";
import { eicar, startClamd, withScanner, type Scanner } from "../support/clamd.ts";
import { eventsOf, refused, refusalOf } from "../support/expectations.ts";
import { aPdf, aReceipt, anUpload } from "../support/receipt-builders.ts";
import { sandboxed } from "../support/sandbox.ts";
import { visitAs } from "../support/visit.ts";

const nowhere = "unix:/nonexistent/clamd.socket";

/** Something on a socket that is not quite a scanner. */
async function somethingLikeClamd(answer: (socket: Socket, command: string) => void) {
  const server = createServer((socket) => {
    socket.on("error", () => undefined);
    socket.once("data", (bytes: Buffer) => answer(socket, bytes.toString("latin1")));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return { address: `tcp:127.0.0.1:${port}`, stop: () => server.close() };
}

describe("Scanning a document", () => {
  sandboxed();
  let scanner: Scanner;

  before(async () => {
    scanner = await startClamd();
  });

  after(() => scanner.stop());

  const stateOf = async (sha256: string) =>
    (
      await row<{ scan: string }>("select scan from scanned_contents where sha256 = $sha256", {
        sha256,
      })
    )?.scan;

  it("lets what is clean through at once, and refuses what carries a virus in words", async () => {
    await withScanner(scanner.address, async () => {
      const clerk = await anOfficer();
      const document = await registerDocument(clerk, await anUpload(await aPdf()));
      expect(await stateOf(document.sha256)).to.equal("clean");
      expect((await (await visitAs(clerk)).get(`/documents/${document.id}`)).status).to.equal(200);
      const refusal = await refused(
        registerDocument(clerk, await anUpload(Buffer.from(eicar), "पत्र.txt")),
      );
      expect(refusal.fields[0]?.words).to.contain("carries a virus");
    });
  });

  it("believes no scanner that calls clean what it has not had yet", async () => {
    const liar = await somethingLikeClamd((socket) => socket.write("stream: OK\0"));
    const slow = Readable.from(
      (async function* () {
        yield Buffer.alloc(10);
        await pause(300);
        yield Buffer.from(eicar);
      })(),
    );
    const verdict = await withScanner(liar.address, () => scanBytes(slow));
    liar.stop();
    expect(verdict.kind).to.equal("unreachable");
  });

  it("holds what cannot be scanned: not opened, not sent, said so in both languages; later let go", async () => {
    const [clerk, reader] = [await anOfficer(), await anOfficer()];
    const document = await withScanner(nowhere, async () =>
      registerDocument(clerk, await anUpload(await aPdf())),
    );
    expect(await stateOf(document.sha256)).to.equal("held");
    await withScanner(nowhere, async () => {
      const english = await (await visitAs(clerk)).get(`/documents/${document.id}`);
      expect(english.status).to.equal(409);
      expect(english.text).to.contain("being checked for viruses");
      const hindi = await (await visitAs(clerk, "hi")).get(`/documents/${document.id}`);
      expect(hindi.text).to.contain("वायरस जाँच चल रही है");
      const { item } = await aReceipt(clerk, { nature: "electronic", documentIds: [document.id] });
      expect(
        await refusalOf(sendItem(clerk, { itemId: item.id, toPostId: reader.postId })),
      ).to.equal("conflict");
    });
    await withScanner(scanner.address, async () => {
      await execute("update scanned_contents set tried_at = null");
      await scanWaiting();
      expect(await stateOf(document.sha256)).to.equal("clean");
      expect((await (await visitAs(clerk)).get(`/documents/${document.id}`)).status).to.equal(200);
    });
  });

  it("takes away what turns out to carry a virus, and tells who brought it", async () => {
    const clerk = await anOfficer();
    const bytes = Buffer.from(`note\n${eicar}`);
    const document = await withScanner(nowhere, async () =>
      registerDocument(clerk, await anUpload(bytes, "note.txt")),
    );
    await withScanner(scanner.address, async () => {
      await execute("update scanned_contents set tried_at = null");
      await scanWaiting();
    });
    expect(await stateOf(document.sha256)).to.equal("infected");
    expect((await (await visitAs(clerk)).get(`/documents/${document.id}`)).status).to.equal(404);
    expect(await eventsOf(document.id)).to.include("document.infected");
    const notice = await row<{ words: string }>("select words from notices where post_id = $post", {
      post: clerk.postId,
    });
    expect(notice?.words).to.contain("carries a virus");
  });

  for (const [what, answer] of [
    ["is silent", () => undefined],
    ["hangs up", (socket: Socket) => socket.destroy()],
    ["reports an error", (socket: Socket) => socket.end("stream: Can't allocate memory ERROR\0")],
    ["speaks of something else", (socket: Socket) => socket.end("HTTP/1.1 200 OK\r\n\r\n")],
    ["says half of it", (socket: Socket) => socket.end("stream: O")],
    ["finds it too large", (socket: Socket) => socket.end("INSTREAM size limit exceeded. ERROR\0")],
  ] as const) {
    it(`holds while the scanner ${what}`, async () => {
      const settings = config() as { SCANNER_SECONDS: number };
      const usual = settings.SCANNER_SECONDS;
      settings.SCANNER_SECONDS = 0.3;
      const like = await somethingLikeClamd(answer);
      try {
        const document = await withScanner(like.address, async () =>
          registerDocument(await anOfficer(), await anUpload(await aPdf())),
        );
        expect(await stateOf(document.sha256)).to.equal("held");
      } finally {
        settings.SCANNER_SECONDS = usual;
        like.stop();
      }
    });
  }

  it("tells the age of old signatures", async () => {
    const day = new Date(Date.now() - 60 * 3_600_000)
      .toUTCString()
      .replace(/^(\w+), (\d+) (\w+) (\d+) (\S+) GMT$/, "$1 $3 $2 $5 $4");
    const like = await somethingLikeClamd((socket) => socket.end(`ClamAV 1.4.3/27512/${day}\0`));
    await withScanner(like.address, scanWaiting);
    like.stop();
    const [age] = (await signatureAge.get()).values;
    expect((age?.value ?? 0) / 3600).to.be.closeTo(60, 1);
  });
});
