import { expect } from "chai";
import { execFileSync, spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { request } from "node:https";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { projectFile } from "../../app/base/index.ts";
import { freePort } from "../../installer/local/free-port.ts";
import { renderHelpdeskDoor } from "../../installer/nginx/render-helpdesk-door.ts";
import { renderTemplate } from "../../installer/render-template.ts";

const name = "secretariat.test";

/** The administrators' server beside the office's own, before one process that tells its health. */
describe("The administrators' server of nginx", function () {
  this.timeout(30_000);
  let folder = "";
  let port = 0;
  let nginx: ChildProcess;
  let health: Server;
  let asked: string[] = [];

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), "secretariat-admin-"));
    chmodSync(folder, 0o755);
    health = createServer((incoming, response) => {
      asked.push(incoming.url ?? "");
      response.end("ready\n");
    });
    await new Promise<void>((resolve) => health.listen(0, "127.0.0.1", resolve));
    port = await freePort(0);
    makeCertificates(folder);
    await writeSettings(folder, { port, healthPort: (health.address() as AddressInfo).port });
    nginx = spawn("/usr/sbin/nginx", ["-c", join(folder, "nginx.conf"), "-e", "stderr"], {
      stdio: ["ignore", "ignore", "inherit"],
    });
    await untilAnswering(() => ask("/web-1/healthz/live"));
    asked = [];
  });
  beforeEach(() => {
    asked = [];
  });
  after(async () => {
    nginx.kill("SIGTERM");
    await once(nginx, "exit");
    health.close();
    rmSync(folder, { recursive: true, force: true });
  });

  function ask(path: string, given: { from?: string; client?: boolean; method?: string } = {}) {
    const { from = "127.0.0.1", client = true, method = "GET" } = given;
    const read = (file: string) => readFileSync(join(folder, file));
    return new Promise<{ status: number; text: string }>((resolve, reject) => {
      const options = {
        host: "127.0.0.1",
        port,
        path,
        method,
        localAddress: from,
        servername: name,
        headers: { host: `${name}:${port}` },
        ca: read("certificate.pem"),
        agent: false as const,
        ...(client ? { cert: read("client.pem"), key: read("client.key") } : {}),
      };
      const sent = request(options, (response) => {
        let text = "";
        response.on("data", (part: Buffer) => (text += part.toString()));
        response.on("end", () => resolve({ status: response.statusCode ?? 0, text }));
      });
      sent.on("error", reject);
      sent.end();
    });
  }

  it("is taken by nginx as it is rendered", () => {
    execFileSync("/usr/sbin/nginx", ["-t", "-q", "-c", join(folder, "nginx.conf"), "-e", "stderr"]);
  });

  it("tells the health and the figures of each process to loopback and the named ranges", async () => {
    for (const from of ["127.0.0.1", "127.9.0.4"]) {
      expect(await ask("/web-1/healthz/ready", { from })).to.deep.equal({
        status: 200,
        text: "ready\n",
      });
    }
    await ask("/web-1/metrics");
    expect(asked).to.deep.equal(["/healthz/ready", "/healthz/ready", "/metrics"]);
  });

  it("refuses every other address, and whoever has no certificate", async () => {
    expect((await ask("/web-1/healthz/ready", { from: "127.8.0.4" })).status).to.equal(403);
    expect((await ask("/web-1/healthz/ready", { client: false })).status).to.equal(400);
    expect(asked).to.deep.equal([]);
  });

  it("asks nothing else of the processes, and takes nothing but GET", async () => {
    for (const path of ["/", "/tray", "/web-1/../tray", "/web-12/metrics", "/other-1/metrics"]) {
      expect((await ask(path)).status, path).to.be.oneOf([400, 403]);
    }
    expect((await ask("/web-1/metrics", { method: "POST" })).status).to.equal(403);
    expect(asked).to.deep.equal([]);
  });

  it("shows what the installation lays under admin.d", async () => {
    for (const from of ["127.0.0.1", "127.9.0.4"]) {
      expect((await ask("/helpdesk/", { from })).text).to.equal("ready\n");
    }
    expect((await ask("/helpdesk/", { from: "127.8.0.4" })).status).to.equal(403);
    expect((await ask("/helpdesk/", { method: "POST" })).status).to.equal(403);
  });

  it("shows the helpdesk its page, and nothing else", async () => {
    const from = "127.7.0.4";
    expect((await ask("/helpdesk/", { from })).text).to.equal("ready\n");
    for (const path of [
      "/web-1/metrics",
      "/web-1/healthz/ready",
      "/",
      "/helpdesk/../web-1/metrics",
    ]) {
      expect((await ask(path, { from })).status, path).to.equal(403);
    }
    expect(asked).to.deep.equal(["/helpdesk/"]);
  });
});

function makeCertificates(folder: string): void {
  const at = (file: string) => join(folder, file);
  const make = (names: readonly string[], files: readonly string[]) =>
    execFileSync(
      "openssl",
      [
        "req",
        "-x509",
        "-newkey",
        "ec",
        "-pkeyopt",
        "ec_paramgen_curve:prime256v1",
        "-nodes",
      ].concat(["-days", "2", ...names, "-keyout", files[0] ?? "", "-out", files[1] ?? ""]),
      { stdio: "ignore" },
    );
  make(
    ["-subj", `/CN=${name}`, "-addext", `subjectAltName=DNS:${name}`],
    [at("key.pem"), at("certificate.pem")],
  );
  make(["-subj", "/CN=administrator"], [at("client.key"), at("client.pem")]);
}

async function writeSettings(
  folder: string,
  { port, healthPort }: { port: number; healthPort: number },
): Promise<void> {
  const read = (file: string) => readFileSync(projectFile(`nginx/${file}`), "utf8");
  const shared = {
    name,
    certificate: join(folder, "certificate.pem"),
    key: join(folder, "key.pem"),
    logs: folder,
    snippets: join(folder, "snippets"),
  };
  mkdirSync(join(folder, "snippets/admin.d"), { recursive: true });
  const ranges = { adminRanges: ["127.9.0.0/24"], helpdeskRanges: ["127.7.0.0/24"] };
  const helpdesk = renderHelpdeskDoor(ranges).replace("127.0.0.1:9480", `127.0.0.1:${healthPort}`);
  writeFileSync(join(folder, "snippets/admin.d/helpdesk.conf"), helpdesk);
  const proxy = renderTemplate(read("snippets/proxy.conf.template"), { host: name });
  writeFileSync(join(folder, "snippets/proxy.conf"), proxy);
  const office = renderTemplate(read("secretariat.conf.template"), {
    ...shared,
    upstreams: "server 127.0.0.1:9;",
    listen: `127.0.0.1:${await freePort(0)}`,
    pages: folder,
  });
  const admin = renderTemplate(read("admin.conf.template"), {
    ...shared,
    instances: `web-1 127.0.0.1:${healthPort};`,
    listens: `listen 127.0.0.1:${port} ssl http2 default_server;`,
    clients: `ssl_client_certificate ${join(folder, "client.pem")};\n  ssl_verify_client on;`,
    allowed: "allow 127.9.0.0/24;",
  });
  writeFileSync(join(folder, "site.conf"), `${office}\n${admin}`);
  writeFileSync(join(folder, "nginx.conf"), mainSettings(folder));
}

function mainSettings(folder: string): string {
  const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map(
    (kind) => `  ${kind}_temp_path ${join(folder, kind)};`,
  );
  return [
    "daemon off;",
    "worker_processes 1;",
    `pid ${join(folder, "pid")};`,
    "events {}",
    "http {",
    ...temporary,
    `  include ${join(folder, "site.conf")};`,
    "}",
    "",
  ].join("\n");
}

async function untilAnswering(ask: () => Promise<unknown>): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    const isThere = await ask().then(
      () => true,
      () => false,
    );
    if (isThere) {
      return;
    }
    await pause(50);
  }
  throw new Error("nginx does not answer");
}
