import { expect } from "chai";
import { lstatSync, mkdtempSync, readFileSync, readlinkSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  act,
  capture,
  CommandFailed,
  ensureAbsent,
  ensureDirectory,
  ensureFile,
  ensureLink,
  makeHost,
  mustRun,
} from "../../installer/host/index.ts";

describe("Changing the machine", () => {
  let folder = "";
  beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), "machine-"))));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it("writes a file once and finds it right the second time", async () => {
    const path = join(folder, "one.conf");
    const first = makeHost();
    expect(await ensureFile(first, { path, content: "a = 1\n", mode: 0o640 })).to.equal(true);
    expect(statSync(path).mode & 0o777).to.equal(0o640);
    const second = makeHost();
    expect(await ensureFile(second, { path, content: "a = 1\n", mode: 0o640 })).to.equal(false);
    expect(second.changes).to.deep.equal([]);
    expect(await ensureFile(second, { path, content: "a = 1\n", mode: 0o600 })).to.equal(true);
  });

  it("tells the lines that differ in a check, changes nothing, and never shows a secret", async () => {
    const path = join(folder, "one.conf");
    await ensureFile(makeHost(), { path, content: "a = 1\n" });
    const host = makeHost({ check: true, diff: true });
    expect(await ensureFile(host, { path, content: "a = 2\n" })).to.equal(true);
    await ensureFile(host, { path, content: "password-of-old\n", secret: true });
    expect(readFileSync(path, "utf8")).to.equal("a = 1\n");
    expect(host.changes[0]?.diff).to.contain("-a = 1").and.contain("+a = 2");
    expect(JSON.stringify(host.changes)).to.not.contain("password-of-old");
  });

  it("makes folders and links, and takes away what must not be there", async () => {
    const [inner, link] = [join(folder, "a/b"), join(folder, "current")];
    const host = makeHost();
    await ensureDirectory(host, { path: inner, mode: 0o700 });
    await ensureLink(host, { path: link, target: "a" });
    await ensureLink(host, { path: link, target: "a/b" });
    expect([lstatSync(inner).mode & 0o777, readlinkSync(link)]).to.deep.equal([0o700, "a/b"]);
    expect(await ensureLink(host, { path: link, target: "a/b" })).to.equal(false);
    expect(await ensureAbsent(host, link)).to.equal(true);
    expect(await ensureAbsent(host, link)).to.equal(false);
  });

  it("leaves other acts out of a check, but counts them", async () => {
    let done = 0;
    const work = async () => void (done += 1);
    const host = makeHost({ check: true });
    await act(host, "restart something", work);
    expect([done, host.changes.length]).to.deep.equal([0, 1]);
    await act(makeHost(), "restart something", work);
    expect(done).to.equal(1);
  });

  it("ends a program that takes too long, with its children", async () => {
    const began = Date.now();
    const { code, errors } = await capture(["sh", "-c", "sleep 30; true"], { timeoutSeconds: 0.3 });
    expect([code, errors]).to.deep.equal([124, "\nIt did not end within 0.3 seconds"]);
    expect(Date.now() - began).to.be.lessThan(5000);
  });

  it("hands secrets over on standard input and tells what a failed program last said", async () => {
    expect((await capture(["cat"], { input: "नमस्ते" })).output).to.equal("नमस्ते");
    const failed = await mustRun(["sh", "-c", "echo why >&2; exit 3"]).catch(
      (error: unknown) => error,
    );
    expect(failed).to.be.instanceOf(CommandFailed);
    expect((failed as CommandFailed).message)
      .to.contain("ended with 3")
      .and.contain("why");
    expect((await capture(["no-such-program"])).code).to.equal(127);
  });
});
