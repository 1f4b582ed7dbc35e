import { readFileSync } from "node:fs";
import { join } from "node:path";
import {
  ensureAbsent,
  ensureDirectory,
  ensureFile,
  ensureUnit,
  isActive,
  mustRun,
  type Host,
} from "../host/index.ts";
import { renderErrorPages } from "../nginx/error-pages.ts";
import { reloadNginx } from "../nginx/reload.ts";
import { nginxFolder, renderNginx } from "../nginx/render-nginx.ts";
import { words } from "../words.ts";
import type { Step, StepContext } from "./step.ts";

/** The door on the VPN's address: TLS, limits, and sentences for when the application is away. */
export const nginxStep: Step = {
  id: "nginx",
  title: words({ hi: "nginx", en: "nginx" }),
  async apply(host, context) {
    const before = host.changes.length;
    await ensureAbsent(host, "/etc/nginx/sites-enabled/default");
    for (const folder of ["", "errors", "admin.d"]) {
      await ensureDirectory(host, { path: join(nginxFolder, folder), mode: 0o755 });
    }
    await writeFiles(host, context);
    const isChanged = host.changes.length > before || context.isBroken === true;
    if (isChanged && !host.isCheck) {
      await mustRun(["nginx", "-t", "-q"]);
    }
    await takeUp(host, isChanged);
  },
};

async function writeFiles(host: Host, { release, site }: StepContext): Promise<void> {
  const source = join(release, "nginx");
  const template = readFileSync(join(source, "error-page.html.template"), "utf8");
  const pages = [...renderErrorPages(template)].map(
    ([name, content]) => [join(nginxFolder, "errors", name), content] as const,
  );
  for (const [path, content] of [...pages, ...renderNginx(source, site)]) {
    await ensureFile(host, { path, content });
  }
}

/** A reload keeps every connection; nginx that is down is started. */
async function takeUp(host: Host, isChanged: boolean): Promise<void> {
  const isUp = await isActive("nginx.service");
  await ensureUnit(host, { name: "nginx.service", enabled: true, state: "started" });
  if (isUp && isChanged && !host.isCheck) {
    await reloadNginx();
  }
}
