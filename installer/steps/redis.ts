import {
  act,
  capture,
  ensureDirectory,
  ensureFile,
  ensureUnit,
  mustRun,
  userId,
  type Host,
} from "../host/index.ts";
import { neededSecret, passwordIn } from "../secrets/index.ts";
import { sizingOf } from "../site/index.ts";
import { words } from "../words.ts";
import type { Step } from "./step.ts";

export const redisFile = "/etc/redis/redis-secretariat.conf";
const folder = "/var/lib/redis/secretariat";
const unit = "redis-server@secretariat.service";

/** Debian's Redis under a name of our own: it forgets nothing it acknowledged and never evicts. */
export const redisStep: Step = {
  id: "redis",
  title: words({ hi: "Redis", en: "Redis" }),
  async apply(host, { site, isBroken = false, isAtWork = false }) {
    const password = passwordIn(await neededSecret(host, "redis-url"));
    if (host.isCheck && userId("redis") === undefined) {
      host.note({ what: `file ${redisFile}` });
      return;
    }
    await ensureUnit(host, { name: "redis-server.service", enabled: false, state: "stopped" });
    await ensureDirectory(host, { path: folder, mode: 0o750, owner: "redis", group: "redis" });
    const isChanged = await ensureFile(host, {
      path: redisFile,
      content: settings(password, sizingOf(site).redisMemory),
      mode: 0o640,
      group: "redis",
      secret: true,
    });
    const restart = !isAtWork && (isChanged || isBroken);
    await ensureUnit(host, { name: unit, enabled: true, state: "started", restart });
    if (!isAtWork) {
      await undoByHand(host, password);
    }
  },
};

/**
 * What may be set while Redis runs and would lose work: its file then says one thing and it does another. The password
 * goes in by standard input, where no list of processes shows it.
 */
async function undoByHand(host: Host, password: string): Promise<void> {
  const ask = `auth ${password}\nconfig get ${Object.keys(safe).join(" ")}\n`;
  const { code, output } = await capture(["redis-cli"], { input: ask });
  const lines = output.split("\n");
  const isSafe = Object.entries(safe).every(
    ([key, value]) => lines[lines.indexOf(key) + 1] === value,
  );
  if (code === 0 && lines.includes("appendonly") && !isSafe) {
    await act(host, "settings of the running Redis", async () => {
      await mustRun(["systemctl", "restart", unit]);
    });
  }
}

const safe: Readonly<Record<string, string>> = {
  "maxmemory-policy": "noeviction",
  appendonly: "yes",
  appendfsync: "everysec",
};

function settings(password: string, memory: string): string {
  return [
    "# Written by the installer from site.yml.",
    "bind 127.0.0.1",
    "protected-mode yes",
    "port 6379",
    `dir ${folder}`,
    "logfile /var/log/redis/redis-secretariat.log",
    `requirepass ${password}`,
    ...Object.entries(safe).map(([key, value]) => `${key} ${value}`),
    'save ""',
    `maxmemory ${memory}`,
    "enable-debug-command no",
    "",
  ].join("\n");
}
