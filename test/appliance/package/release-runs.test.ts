import { expect } from "chai";
import { execFileSync, spawnSync } from "node:child_process";
import { chmodSync } from "node:fs";
import { join } from "node:path";
import { withCredentials } from "../../../installer/local/credentials.ts";
import { freePort } from "../../../installer/local/free-port.ts";
import { startOwnServices } from "../../../installer/local/own-services.ts";
import { launch, untilReady } from "../../../installer/local/running.ts";
import { stopAll } from "../../../installer/local/stopping.ts";
import type { Environment } from "../../../installer/local/settings.ts";
import { releaseFolder } from "../../../installer/package/release.ts";
import { run } from "../../../installer/package/run.ts";
import { makeOnce, scratch } from "./made.ts";

/** Nothing but what the package brought is used: its Node, its modules, its files. */
describe("A release that was unpacked", function () {
  this.timeout(240_000);
  let tree = "";
  let node = "";
  let settings: Environment = {};

  before(async () => {
    const { deb, release } = await makeOnce();
    const folder = scratch("running");
    chmodSync(folder, 0o755);
    await run(["dpkg-deb", "-x", deb, folder]);
    tree = join(folder, releaseFolder(release));
    node = join(tree, "runtime/bin/node");
    const services = { folder: scratch("services"), fsync: false, database: "secretariat" };
    chmodSync(services.folder, 0o755);
    settings = await startOwnServices(services);
  });
  after(stopAll);

  it("brings the database forward", () => {
    const { stdout, stderr } = spawnSync(node, [join(tree, "build/app/main.js"), "migrate"], {
      env: { ...process.env, ...settings },
      encoding: "utf8",
    });
    expect(stdout + stderr).to.include("Database is up to date");
  });

  it("answers in both languages, with its styles and scripts", async () => {
    await start("web");
    const address = `http://127.0.0.1:${settings["SECRETARIAT_WEB_PORT"]}`;
    const page = await fetch(`${address}/sign-in`, { headers: { "Accept-Language": "hi" } });
    const text = await page.text();
    expect(page.status).to.equal(200);
    expect(text)
      .to.include('lang="hi"')
      .and.match(/[\u0900-\u097f]{3}/);
    const assets = [...text.matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)].map(([, path]) => path);
    expect(assets.length).to.be.greaterThan(1);
    for (const path of assets) {
      expect((await fetch(`${address}${path}`)).status, path).to.equal(200);
    }
  });

  it("works off its queue", async () => {
    await start("worker");
  });

  it("draws a letter in Hindi as a PDF", () => {
    const program = `
      const { openCanvas, closeCanvas } = await import("${tree}/build/app/documents/pdf/index.js");
      const canvas = openCanvas({ title: "पत्र", author: "कार्यालय", language: "hi", at: new Date(0) });
      canvas.addPage().font("regular").text("क्षेत्रीय कार्यालय, मंत्रालय");
      process.stdout.write((await closeCanvas(canvas)).toString("base64"));`;
    const output = execFileSync(node, ["--input-type=module", "-e", program], {
      env: { PATH: process.env["PATH"], ...settings },
      cwd: "/",
    }).toString();
    const pdf = Buffer.from(output, "base64");
    expect(pdf.subarray(0, 5).toString()).to.equal("%PDF-");
    expect(pdf.length).to.be.greaterThan(3_000);
  });

  it("looks into what strangers send, behind its walls", async () => {
    const program = `
      const { runInspector } = await import("${tree}/build/app/documents/inspection/run-inspector.js");
      process.stdout.write(JSON.stringify(await runInspector("${tree}/package.json", "txt")));`;
    const output = (
      await run([node, "--input-type=module", "-e", program], { env: settings, cwd: "/" })
    ).toString();
    expect(JSON.parse(output)).to.be.an("object").that.does.not.include({ failure: "overrun" });
  });

  it("reads QR codes with the engine it brought", () => {
    const program = `
      const { readQrCodes } = await import("${tree}/build/app/documents/pdf/read-qr-codes.js");
      process.stdout.write(typeof readQrCodes);`;
    const output = execFileSync(node, ["--input-type=module", "-e", program], {
      env: { PATH: process.env["PATH"], ...settings },
      cwd: "/",
    }).toString();
    expect(output).to.equal("function");
  });

  it("tells the administrator what its command can do", () => {
    const output = execFileSync(join(tree, "bin/secretariat"), ["--help", "--language", "en"]);
    expect(output.toString()).to.include("Usage: secretariat");
  });

  async function start(role: "web" | "worker"): Promise<void> {
    const health = await freePort(0);
    const own = { ...settings, SECRETARIAT_HEALTH_PORT: String(health) };
    const given = withCredentials(own, join(scratch("credentials"), role));
    const log = join(scratch("log"), `${role}.log`);
    const server = launch({
      command: [node, join(tree, "build/app/main.js"), role],
      log,
      env: { PATH: process.env["PATH"], ...given },
    });
    await untilReady(server, { name: role, log, isReady: () => isReady(health) });
  }
});

async function isReady(port: number): Promise<boolean> {
  try {
    return (await fetch(`http://127.0.0.1:${port}/healthz/ready`)).ok;
  } catch {
    return false;
  }
}
