import { expect } from "chai";
import { createHash } from "node:crypto";
import {
  appendFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { mustRun } from "../../installer/host/index.ts";
import { lostFiles } from "../../installer/host/lost-files.ts";

const md5 = (text: string): string => createHash("md5").update(text).digest("hex");

describe("Files that a power cut took from installed packages", () => {
  let folder = "";
  const machine = () => join(folder, "machine");
  const onMachine = (path: string) => join(machine(), path);

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), "lost-"));
    mkdirSync(onMachine("/var/lib/dpkg"), { recursive: true });
    writeFileSync(onMachine("/var/lib/dpkg/status"), "");
    await installLamp();
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  /** A package with two settings, a program and a page of its manual. */
  async function installLamp(): Promise<void> {
    const tree = join(folder, "lamp");
    const put = (path: string, content: string): void => {
      mkdirSync(dirname(join(tree, path)), { recursive: true });
      writeFileSync(join(tree, path), content);
    };
    const who = "Maintainer: nobody <nobody@example.org>\nDescription: a lamp\n";
    put("DEBIAN/control", `Package: lamp\nVersion: 1\nArchitecture: all\n${who}`);
    put("DEBIAN/md5sums", `${md5("#!/bin/sh\necho light\n")}  usr/bin/lamp\n`); // as Debian's: no settings
    put("DEBIAN/conffiles", "/etc/lamp.conf\n/etc/init.d/lamp\n");
    put("etc/lamp.conf", "wick = 1\n");
    put("etc/init.d/lamp", "#!/bin/sh\n");
    put("usr/bin/lamp", "#!/bin/sh\necho light\n");
    put("usr/share/man/man1/lamp.1", "Light it.\n");
    const deb = join(folder, "lamp.deb");
    await mustRun(["dpkg-deb", "--root-owner-group", "--build", tree, deb]);
    const anywhere = [`--root=${machine()}`, `--log=${folder}/log`, "--force-not-root"];
    await mustRun(["dpkg", ...anywhere, "--install", deb]);
  }

  it("are none where every file is as it came", async () => {
    expect(await lostFiles(machine())).deep.equal([]);
  });

  it("are the settings that are gone or empty, and a program that differs, with whose they are", async () => {
    rmSync(onMachine("/etc/init.d/lamp"));
    truncateSync(onMachine("/etc/lamp.conf"));
    truncateSync(onMachine("/usr/bin/lamp"));
    expect(await lostFiles(machine())).to.have.deep.members([
      { path: "/etc/init.d/lamp", owner: "lamp", passesForWish: true },
      { path: "/etc/lamp.conf", owner: "lamp", passesForWish: true },
      { path: "/usr/bin/lamp", owner: "lamp", passesForWish: false },
    ]);
  });

  it("are the settings that were empty before dpkg put them in their place", async () => {
    const status = onMachine("/var/lib/dpkg/status");
    truncateSync(onMachine("/etc/lamp.conf"));
    writeFileSync(status, readFileSync(status, "utf8").replace(md5("wick = 1\n"), md5("")));
    expect(await lostFiles(machine())).deep.equal([
      { path: "/etc/lamp.conf", owner: "lamp", passesForWish: false },
    ]);
  });

  it("are not the settings that somebody changed, nor manuals that a host keeps none of", async () => {
    appendFileSync(onMachine("/etc/lamp.conf"), "wick = 2\n");
    rmSync(onMachine("/usr/share/man"), { recursive: true });
    expect(await lostFiles(machine())).deep.equal([]);
  });
});
