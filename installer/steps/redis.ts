import { ensureDirectory, ensureFile, ensureUnit, userId } from "../host/index.ts";
import { neededSecret, passwordIn } from "../secrets/index.ts";
import { sizingOf } from "../site/index.ts";
import { words } from "../words.ts";
import type { Step } from "./step.ts";

const file = "/etc/redis/redis-secretariat.conf";
const folder = "/var/lib/redis/secretariat";

/** Debian's Redis under a name of our own: it forgets nothing it acknowledged and never evicts. */
export const redisStep: Step = {
  id: "redis",
  title: words({ hi: "Redis", en: "Redis" }),
  async apply(host, { site }) {
    const password = passwordIn(await neededSecret(host, "redis-url"));
    if (host.isCheck && userId("redis") === undefined) {
      host.note({ what: `file ${file}` });
      return;
    }
    await ensureUnit(host, { name: "redis-server.service", enabled: false, state: "stopped" });
    await ensureDirectory(host, { path: folder, mode: 0o750, owner: "redis", group: "redis" });
    const isChanged = await ensureFile(host, {
      path: file,
      content: settings(password, sizingOf(site).redisMemory),
      mode: 0o640,
      group: "redis",
      secret: true,
    });
    await ensureUnit(host, {
      name: "redis-server@secretariat.service",
      enabled: true,
      state: "started",
      restart: isChanged,
    });
  },
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
    "appendonly yes",
    "appendfsync everysec",
    'save ""',
    `maxmemory ${memory}`,
    "maxmemory-policy noeviction",
    "enable-debug-command no",
    "",
  ].join("\n");
}
