import { cluster, provision, superuserUrl } from "../../database/index.ts";
import { act, mustRun, type Host } from "../../host/index.ts";
import type { Site } from "../../site/index.ts";
import { handToExporter } from "../../steps/redis-exporter.ts";
import { redisStep } from "../../steps/redis.ts";
import { processesOf } from "../../steps/services.ts";
import { untilReady } from "../../steps/until-ready.ts";
import { freshValue, passwordIn, vault, type SecretName } from "../index.ts";
import { redisCommand } from "./redis-command.ts";

export const rotatable = ["database", "redis"] as const;

interface Rotation {
  readonly what: (typeof rotatable)[number];
  readonly site: Site;
}

/** Changes a password in two moves: the new one is accepted first, then every process starts again with it. */
export async function rotateSecret(host: Host, { what, site }: Rotation): Promise<void> {
  await (what === "database" ? changeDatabase(host) : acceptBoth(host));
  for (const { unit, port } of processesOf(site)) {
    await act(host, `restart ${unit}`, async () => {
      await mustRun(["systemctl", "restart", unit], { timeoutSeconds: 180 });
      await untilReady(unit, port);
    });
  }
  if (what === "redis") {
    await handToExporter(host, site);
    await dropOld(host, site);
  }
}

/** Connections that stand stay up; new ones within the next moments come from processes that start again. */
async function changeDatabase(host: Host): Promise<void> {
  const [owner, app, report] = await Promise.all([
    renewed(host, "owner-database-url"),
    renewed(host, "database-url"),
    renewed(host, "report-database-url"),
  ]);
  await act(host, "new passwords in Postgres", async () => {
    await provision({
      postgres: { port: cluster.port, superuserUrl },
      secrets: { owner, app, report },
    });
  });
}

/** Redis takes both passwords until every process has the new one. */
async function acceptBoth(host: Host): Promise<void> {
  const old = passwordIn((await vault.read("redis-url")) ?? "");
  const fresh = await renewed(host, "redis-url");
  await act(host, "Redis takes the new password too", () =>
    redisCommand(old, ["ACL", "SETUSER", "default", `>${fresh}`]),
  );
}

async function dropOld(host: Host, site: Site): Promise<void> {
  const fresh = passwordIn((await vault.read("redis-url")) ?? "");
  await act(host, "Redis forgets the old password", () =>
    redisCommand(fresh, ["CONFIG", "SET", "requirepass", fresh]),
  );
  await redisStep.apply(host, { site, release: "", version: "", say: () => undefined });
}

async function renewed(host: Host, name: SecretName): Promise<string> {
  const value = freshValue(name);
  await vault.write(host, name, value);
  return passwordIn(value);
}
