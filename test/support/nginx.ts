import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { freePort } from "../../installer/local/free-port.ts";
import { upstreamsOf } from "../../installer/nginx/render-nginx.ts";
import { renderErrorPages } from "../../installer/nginx/error-pages.ts";
import { renderTemplate } from "../../installer/render-template.ts";
import { projectFile } from "../../app/base/index.ts";

export interface Nginx {
  readonly port: number;
  /** `name:port`, under which it answers. */
  readonly host: string;
  readonly certificate: string;
  readonly accessLog: () => string;
  /** A file here means maintenance. */
  readonly maintenance: string;
  readonly stop: () => Promise<void>;
}

export const officeName = "secretariat.test";

/** The product's own nginx settings, filled in, before web processes on these ports of loopback. */
export async function startNginx(webPorts: readonly number[], port?: number): Promise<Nginx> {
  const folder = mkdtempSync(join(tmpdir(), "secretariat-nginx-"));
  chmodSync(folder, 0o755);
  const listen = port ?? (await freePort(0));
  const certificate = makeCertificate(folder);
  const host = `${officeName}:${listen}`;
  writeSettings(folder, { listen, host, webPorts });
  const child = spawn("/usr/sbin/nginx", ["-c", join(folder, "nginx.conf"), "-e", "stderr"], {
    stdio: ["ignore", "ignore", "inherit"],
  });
  await untilListening(listen);
  return {
    port: listen,
    host,
    certificate,
    accessLog: () => readFileSync(join(folder, "access.log"), "utf8"),
    maintenance: join(folder, "maintenance"),
    stop: async () => {
      child.kill("SIGTERM");
      await once(child, "exit");
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

interface Places {
  readonly listen: number;
  readonly host: string;
  readonly webPorts: readonly number[];
}

function writeSettings(folder: string, { listen, host, webPorts }: Places): void {
  const read = (name: string) => readFileSync(projectFile(`nginx/${name}`), "utf8");
  const site = renderTemplate(read("secretariat.conf.template"), {
    upstreams: upstreamsOf(webPorts),
    listen: `127.0.0.1:${listen}`,
    name: officeName,
    certificate: join(folder, "certificate.pem"),
    key: join(folder, "key.pem"),
    logs: folder,
    pages: folder,
    snippets: join(folder, "snippets"),
  });
  mkdirSync(join(folder, "snippets"));
  const proxy = renderTemplate(read("snippets/proxy.conf.template"), { host });
  writeFileSync(join(folder, "snippets", "proxy.conf"), proxy);
  const maintenance = renderTemplate(read("snippets/maintenance.conf.template"), {
    switch: join(folder, "maintenance"),
  });
  writeFileSync(join(folder, "snippets", "maintenance.conf"), maintenance);
  mkdirSync(join(folder, "errors"));
  for (const [name, content] of renderErrorPages(read("error-page.html.template"))) {
    writeFileSync(join(folder, "errors", name), content);
  }
  writeFileSync(join(folder, "site.conf"), site);
  const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map(
    (kind) => `  ${kind}_temp_path ${join(folder, kind)};`,
  );
  writeFileSync(
    join(folder, "nginx.conf"),
    [
      "daemon off;",
      "worker_processes 1;",
      `pid ${join(folder, "pid")};`,
      "events {}",
      "http {",
      ...temporary,
      `  include ${join(folder, "site.conf")};`,
      "}",
      "",
    ].join("\n"),
  );
}

function makeCertificate(folder: string): string {
  const [certificate, key] = [join(folder, "certificate.pem"), join(folder, "key.pem")];
  const kind = ["req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1"];
  const names = ["-subj", `/CN=${officeName}`, "-addext", `subjectAltName=DNS:${officeName}`];
  const files = ["-keyout", key, "-out", certificate];
  execFileSync("openssl", [...kind, "-nodes", "-days", "2", ...names, ...files], {
    stdio: "ignore",
  });
  return readFileSync(certificate, "utf8");
}

async function untilListening(port: number): Promise<void> {
  const { connect } = await import("node:net");
  for (let tries = 0; tries < 100; tries += 1) {
    const socket = connect(port, "127.0.0.1");
    const reached = await Promise.race([
      once(socket, "connect").then(() => true),
      once(socket, "error").then(() => false),
    ]).catch(() => false);
    socket.destroy();
    if (reached) {
      return;
    }
    await pause(50);
  }
  throw new Error("nginx does not listen");
}
