import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { serveCommand } from "../../../backups/append-only/serve.ts";
import {
  backUpFolders,
  createStore,
  forgetSnapshots,
  restoreSnapshot,
  snapshotsIn,
  verifyStore,
  type Store,
} from "../../../backups/engine/restic.ts";
import { projectFile } from "../../../app/base/index.ts";
import { refusesDeletion, shelfOf } from "../../../backups/shipping/shelf.ts";
import { filesBelow } from "./support/damage.ts";
import { makeSecondHost, type SecondHost } from "./support/second-host.ts";

describe("The append-only second host", function () {
  this.timeout(120_000);
  let folder: string;
  let second: SecondHost;
  let store: Store;

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), "append-only-"));
    second = await makeSecondHost(folder);
    await second.start();
    mkdirSync(join(folder, "documents"));
    writeFileSync(join(folder, "documents/letter"), "पत्र".repeat(50_000));
    writeFileSync(join(folder, "address"), second.address, { mode: 0o600 });
    store = {
      at: { addressFile: join(folder, "address"), authority: second.certificate },
      passphrase: "of the documents",
    };
    await createStore(store);
  });
  after(async () => {
    await second.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it("takes in and gives back", async () => {
    const { id } = await backUpFolders(store, [join(folder, "documents")], ["documents"]);
    await restoreSnapshot(store, { id, into: join(folder, "back") });
    const path = join(folder, "back", folder, "documents/letter");
    expect(readFileSync(path, "utf8")).to.equal("पत्र".repeat(50_000));
    expect(await verifyStore(store)).to.deep.equal({ isWhole: true, faults: [] });
  });

  it("refuses to forget, and to delete or write over a file, to the very owner", async () => {
    const before = await filesBelow(join(folder, "store"));
    const [snapshot] = await snapshotsIn(store);
    const refused = await forgetSnapshots(store, [snapshot?.id ?? ""]).catch(
      (error: unknown) => error,
    );
    expect(String(refused)).to.match(/restic forget ended with/);
    expect(await snapshotsIn(store)).to.have.length(1);

    const url = new URL(readFileSync(join(folder, "address"), "utf8").slice("rest:".length));
    const curl = ["-s", "-o", "/dev/null", "-w", "%{http_code}", "-u", "office:open sesame"];
    const trust = ["--cacert", join(folder, "server.crt"), "--data", "nonsense"];
    const said = (method: string, path: string): string => {
      const asked = ["-X", method, `https://localhost:${url.port}/office/${path}`];
      return execFileSync("curl", [...curl, ...trust, ...asked], { encoding: "utf8" });
    };
    const data =
      before
        .find((path) => path.includes("/data/"))
        ?.split("/")
        .at(-1) ?? "";
    expect(said("DELETE", `snapshots/${snapshot?.id ?? ""}`)).to.equal("403");
    expect(said("DELETE", `data/${data}`)).to.equal("403");
    expect(said("POST", `data/${data}`)).to.equal("403");
    expect(said("DELETE", "config")).to.equal("403");
    expect(
      (await filesBelow(join(folder, "store"))).filter((one) => before.includes(one)),
    ).to.have.length(before.length);
    expect((await verifyStore(store)).isWhole).to.equal(true);
  });

  it("shows that it refuses, hour by hour; one that would delete is found out", async () => {
    const shelf = () =>
      shelfOf({
        second: { addressFile: join(folder, "address"), authority: second.certificate },
      });
    const refuses = async () => {
      const found = shelf();
      return found && refusesDeletion(found);
    };
    expect(await refuses()).to.equal(true);
    await second.stop();
    await second.start((word) => word !== "--append-only");
    expect(await refuses()).to.equal(false);
    await second.stop();
    await second.start();
  });

  it("lets nobody in without his password, nor into another's repository", async () => {
    const own = readFileSync(join(folder, "address"), "utf8");
    for (const [name, address] of [
      ["stranger", own.replace("open%20sesame", "guessed")],
      ["neighbour", own.replace("/office/", "/neighbour/")],
    ] as const) {
      const file = join(folder, name);
      writeFileSync(file, address, { mode: 0o600 });
      const other = { ...store, at: { addressFile: file, authority: join(folder, "server.crt") } };
      const refused = await createStore(other).catch((error: unknown) => error);
      expect(String(refused), name).to.match(/ended with 1/);
    }
  });

  it("is started by the unit as it is here", () => {
    const unit = readFileSync(
      projectFile("backups/append-only/secretariat-append-only.service"),
      "utf8",
    );
    const words = serveCommand({
      folder: "/var/lib/secretariat-store",
      address: "${ADDRESS}",
      certificate: "${CREDENTIALS_DIRECTORY}/server.crt",
      key: "${CREDENTIALS_DIRECTORY}/server.key",
      people: "${CREDENTIALS_DIRECTORY}/people",
    });
    const line = /^ExecStart=\/usr\/bin\/(.*)$/m.exec(unit)?.[1] ?? "";
    expect(line.split(" ").toSorted()).to.deep.equal(words.toSorted());
  });
});
