import { capture, ensureUnit, type Host } from "../host/index.ts";
import { places } from "../places.ts";
import type { Site } from "../site/index.ts";
import { words } from "../words.ts";
import { debiansToRestart } from "./debians-to-restart.ts";
import { restartedSince } from "./restarted-since.ts";
import type { Step } from "./step.ts";
import { untilReady } from "./until-ready.ts";

/** Web and workers, each ready before the next one starts again. */
export const servicesStep: Step = {
  id: "services",
  title: words({ hi: "वेब और वर्कर", en: "Web and workers" }),
  async apply(host, { site, release }) {
    await restartDebians(host, release);
    const targets = { name: "secretariat.target", enabled: true, state: "started" } as const;
    for (const { unit, port } of processesOf(site)) {
      const restart = await isOutOfDate(host, unit);
      const isChanged = await ensureUnit(host, {
        name: unit,
        enabled: true,
        state: "started",
        restart,
      });
      if (isChanged && !host.isCheck) {
        await untilReady(unit, port);
      }
    }
    await ensureUnit(host, targets);
    await stopSurplus(host, site);
  },
};

async function restartDebians(host: Host, release: string): Promise<void> {
  for (const name of await debiansToRestart(release)) {
    await ensureUnit(host, { name, enabled: true, state: "started", restart: true });
  }
}

export interface Process {
  readonly unit: string;
  /** Where it tells its health, on loopback. */
  readonly port: number;
  /** Where a web process answers people, whom nginx brings. */
  readonly serves?: number;
}

export function processesOf(site: Pick<Site, "web" | "worker">): readonly Process[] {
  const web = Array.from({ length: site.web.instances }, (_, at) => at + 1);
  const workers = Array.from({ length: site.worker.instances }, (_, at) => at + 1);
  return [
    ...web.map((at) => ({
      unit: `secretariat-web@${at}.service`,
      port: 9180 + at,
      serves: 8080 + at,
    })),
    ...workers.map((at) => ({ unit: `secretariat-worker@${at}.service`, port: 9190 + at })),
  ];
}

/** What it was started with has changed since: its settings, its secrets, its unit, or the release. */
async function isOutOfDate(host: Host, unit: string): Promise<boolean> {
  const template = `/etc/systemd/system/${unit.replace(/@\d+/, "@")}`;
  const files = [
    places.webEnvironment,
    places.current,
    `${places.credentials}/database-url.cred`,
    `${places.credentials}/redis-url.cred`,
    template,
    `${template}.d`,
  ];
  // In a check nothing was written yet; what would have been counts as much.
  const isToChange = host.changes.some(({ what }) => files.some((file) => what.includes(file)));
  return isToChange || !(await restartedSince(unit, files));
}

async function stopSurplus(host: Host, site: Site): Promise<void> {
  const wanted = new Set(processesOf(site).map(({ unit }) => unit));
  const pattern = ["secretariat-web@*.service", "secretariat-worker@*.service"];
  const list = ["systemctl", "list-units", "--plain", "--no-legend", "--state=active"];
  const { output } = await capture([...list, ...pattern]);
  const running = output.split("\n").flatMap((line) => line.trim().split(/\s+/).slice(0, 1));
  for (const unit of running.filter((one) => one !== "" && !wanted.has(one))) {
    await ensureUnit(host, { name: unit, enabled: false, state: "stopped" });
  }
}
