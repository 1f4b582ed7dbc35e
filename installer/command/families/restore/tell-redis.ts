import type { BackupPlaces } from "../../../../backups/places.ts";
import { makeHost } from "../../../host/index.ts";
import { places as usual } from "../../../places.ts";
import { readSite } from "../../../site/index.ts";
import { handToExporter } from "../../../steps/redis-exporter.ts";
import { redisStep } from "../../../steps/redis.ts";

/**
 * The escrow brings the lost machine's password of Redis, and the Redis of a new installation knows only its own: web
 * and workers would wait for it in vain. Postgres needs nothing, whose passwords come back with its data.
 */
export async function tellRedis({ credentials }: Pick<BackupPlaces, "credentials">): Promise<void> {
  if (credentials !== usual.credentials) {
    return;
  }
  const [host, site] = [makeHost(), await readSite(usual.site)];
  await redisStep.apply(host, { site, release: "", version: "", say: () => undefined });
  await handToExporter(host, site);
}
