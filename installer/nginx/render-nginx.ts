import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { bracketed } from "../bracketed.ts";
import { places } from "../places.ts";
import { renderTemplate } from "../render-template.ts";
import type { Site } from "../site/index.ts";

/** Of the administrators' own server. */
export const adminPort = 8443;
/** While this file is there, nginx answers for us. */
export const maintenanceSwitch = `${places.run}/maintenance`;
export const nginxFolder = "/etc/nginx/secretariat";
const administrators = join(places.tls, "administrators.crt");

/** Every file of nginx that is made from site.yml: its path and what stands in it. */
export function renderNginx(source: string, site: Site): ReadonlyMap<string, string> {
  const filled = (name: string, values: Readonly<Record<string, string>>) =>
    renderTemplate(readFileSync(join(source, `${name}.template`), "utf8"), values);
  return new Map([
    [`${nginxFolder}/proxy.conf`, filled("snippets/proxy.conf", { host: site.name })],
    [
      `${nginxFolder}/maintenance.conf`,
      filled("snippets/maintenance.conf", { switch: maintenanceSwitch }),
    ],
    ["/etc/nginx/conf.d/secretariat.conf", filled("secretariat.conf", ofOffice(site))],
    // nginx reads them by name, and this one uses the log format of the one above.
    [
      "/etc/nginx/conf.d/secretariat_administrators.conf",
      filled("admin.conf", ofAdministrators(site)),
    ],
  ]);
}

const shared = {
  certificate: join(places.tls, "server.crt"),
  key: join(places.tls, "server.key"),
  logs: "/var/log/nginx",
  snippets: nginxFolder,
};

function ofOffice(site: Site) {
  return {
    ...shared,
    name: site.name,
    listen: `${bracketed(site.address)}:443`,
    pages: nginxFolder,
    upstreams: upstreamsOf(webPorts(site)),
  };
}

/** Where the web processes answer nginx, as their unit says. */
export function webPorts({ web }: Pick<Site, "web">): readonly number[] {
  return instances(web.instances).map((at) => 8080 + at);
}

/** None is ever counted as gone: while one process starts again, a mishap of the other must not leave nobody. */
export function upstreamsOf(ports: readonly number[]): string {
  return ports.map((port) => `server 127.0.0.1:${port} max_fails=0;`).join("\n  ");
}

function ofAdministrators(site: Site) {
  const listens = [`127.0.0.1:${adminPort}`, `${bracketed(site.address)}:${adminPort}`];
  const parts = [
    ...instances(site.web.instances).map((at) => `web-${at} 127.0.0.1:918${at};`),
    ...instances(site.worker.instances).map((at) => `worker-${at} 127.0.0.1:919${at};`),
  ];
  return {
    ...shared,
    name: site.name,
    instances: parts.join("\n  "),
    listens: listens.map((at) => `listen ${at} ssl http2 default_server;`).join("\n  "),
    clients: existsSync(administrators)
      ? `ssl_client_certificate ${administrators};\n  ssl_verify_client on;`
      : "",
    allowed: site.adminRanges.map((range) => `allow ${range};`).join("\n  "),
  };
}

function instances(count: number): readonly number[] {
  return Array.from({ length: count }, (_, at) => at + 1);
}
