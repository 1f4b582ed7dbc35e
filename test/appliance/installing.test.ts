import { expect } from "chai";
import { client, straysSeen } from "./hosts/index.ts";
import type { Host } from "./hosts/index.ts";
import { browserAt } from "./support/browse.ts";
import type { Browser } from "./support/browse.ts";
import { carriedHost, install, installedLayer, medium } from "./support/carried-host.ts";
import { differences, endState } from "./support/end-state.ts";
import { signInFirst } from "./support/first-sign-in.ts";
import { inOrder } from "./support/in-order.ts";
import { officeName } from "./support/site.ts";

/** The whole way of an administrator: carried in, looked at, installed, signed in. */
describe("The bundle on a bare host with no way out", function () {
  this.timeout(1_200_000);
  inOrder(this);
  let host: Host;
  let straysBefore = 0;
  let told = "";
  let authority = "";
  let bare: readonly string[] = [];

  before(async () => {
    host = await carriedHost({ name: "bare", ip: "10.77.0.21" });
    bare = await endState(host);
    straysBefore = await straysSeen();
  });

  const browser = async (from: "vpn" | "outside"): Promise<Browser> =>
    browserAt({ place: await client(from), host, name: officeName, authority });
  const took = (what: string, began: number): void =>
    void process.stdout.write(`      ${what}: ${((Date.now() - began) / 1000).toFixed(1)} s\n`);

  it("is verified", async () => {
    const { code, errors } = await host.run([`${medium}/install`, "verify"]);
    expect(code, errors).equal(0);
  });

  it("looks at the host and leaves it exactly as it was", async () => {
    const began = Date.now();
    const command = [`${medium}/install`, "preflight", "--config", "/root/site.yml", "--json"];
    const { code, output, errors } = await host.run(command, { timeoutSeconds: 120 });
    took("preflight", began);
    expect(code, output + errors).be.oneOf([0, 10, 11]); // 10: the disk of a busy machine may be slow
    expect(JSON.parse(output)).be.an("object");
    expect(differences(bare, await endState(host))).deep.equal([]);
  });

  it("tells beforehand what it would change, and changes nothing", async () => {
    const { code, output, errors } = await install(host, ["--check", "--skip-preflight"]);
    expect(code, errors).equal(1);
    expect(output).match(/change/i);
  });

  it("installs to an office that answers", async () => {
    const began = Date.now();
    const { code, output, errors } = await install(host);
    took("installation", began);
    told = output;
    expect(code, `${output}\n${errors}`).equal(0);
    expect(Date.now() - began).below(10 * 60_000);
    expect(told).match(/set-\S+ finished, /);
    expect(await host.must("systemctl is-system-running; systemctl --failed --no-legend")).equal(
      "running\n",
    );
    authority = await host.must("cat /etc/secretariat/tls/authority.crt");
  });

  it("lets the first administrator in from the VPN with the password shown once", async () => {
    await signInFirst(host, told);
  });

  it("does not so much as answer anybody outside the VPN", async () => {
    const visitor = await browser("outside");
    expect((await visitor.get("/sign-in")).status).equal(0);
    visitor.close();
  });

  it("has sent nothing to anybody but its own network", async () => {
    expect(await straysSeen()).equal(straysBefore);
  });

  it("finds nothing to change the second time", async () => {
    const before = await endState(host);
    const began = Date.now();
    const { code, output } = await install(host);
    took("second run", began);
    expect(code, output).equal(0);
    expect(output).match(/0 changes/);
    expect(differences(before, await endState(host))).deep.equal([]);
  });

  it("comes back by itself after a power cut", async () => {
    await host.powerCut();
    const began = Date.now();
    await host.start();
    const visitor = await browser("vpn");
    let status = 0;
    while (status !== 200 && Date.now() - began < 120_000) {
      status = (await visitor.get("/sign-in")).status;
    }
    took("from power to sign-in page", began);
    expect(status).equal(200);
    visitor.close();
    await host.keepAs(installedLayer); // the proofs that follow stand on it
  });
});
