import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { lockHolder } from "../../../installer/preflight/lock-holders.ts";
import { thisMachine } from "../../../installer/preflight/this-machine.ts";
import { inventedMachine } from "./invented-machine.ts";

/** Locks as dpkg does, tells so, and waits until its input ends. */
const holding = `
import fcntl, sys
file = open(sys.argv[1], "w")
fcntl.lockf(file, fcntl.LOCK_EX)
print("held", flush=True)
sys.stdin.read()
`;

describe("Who holds a lock", () => {
  let folder = "";
  before(() => (folder = mkdtempSync(join(tmpdir(), "locks-"))));
  after(() => rmSync(folder, { recursive: true }));

  it("is found as the kernel lists it, as long as he holds it", async function () {
    const path = join(folder, "lock");
    writeFileSync(path, "");
    expect(await lockHolder(thisMachine(), path)).to.equal(undefined);
    const holder = spawn("python3", ["-c", holding, path], { stdio: ["pipe", "pipe", "inherit"] });
    const isHeld = await Promise.race([once(holder.stdout, "data"), once(holder, "error")]);
    if (isHeld[0] instanceof Error) {
      this.skip(); // no python3 here
    }
    expect(await lockHolder(thisMachine(), path)).to.equal(String(holder.pid));
    holder.stdin.end();
    await once(holder, "exit");
    expect(await lockHolder(thisMachine(), path)).to.equal(undefined);
  });

  it("is not who waits for it, reads under it, or holds another", async () => {
    const locks = [
      "1: -> POSIX  ADVISORY  WRITE 3 08:01:131 0 EOF",
      "2: POSIX  ADVISORY  READ 4 08:01:131 0 EOF",
      "3: POSIX  ADVISORY  WRITE 5 08:11:131 0 EOF",
      "4: POSIX  ADVISORY  WRITE 6 08:01:1310 0 EOF",
    ];
    const machine = inventedMachine({ files: { "/proc/locks": locks.join("\n") } });
    expect(await lockHolder(machine, "/var/lib/dpkg/lock")).to.equal(undefined);
  });

  it("is nobody where there is no such file", async () => {
    const machine = inventedMachine({ entry: async () => undefined });
    expect(await lockHolder(machine, "/var/lib/dpkg/lock")).to.equal(undefined);
  });
});
