import { existsSync } from "node:fs";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { act, mustRun, writeWhole, type Host } from "../host/index.ts";
import { places } from "../places.ts";
import { cluster } from "./own-cluster.ts";

/** There while the cluster is being made: what a killed run left half-made holds nothing and is made anew. */
const unfinished = join(places.installer, "cluster.unfinished");

const initialisation = [
  "--auth-local=peer",
  "--auth-host=scram-sha-256",
  "--data-checksums",
  "--encoding=UTF8",
  "--locale=C.UTF-8",
];

/** Makes our cluster of Debian's Postgres, whole or not at all. */
export async function makeCluster(host: Host): Promise<void> {
  if (existsSync(`${cluster.settings}/postgresql.conf`) && !existsSync(unfinished)) {
    return;
  }
  await act(host, `Postgres cluster ${cluster.version}/${cluster.name}`, async () => {
    if (existsSync(unfinished)) {
      await clearAway();
    }
    await writeWhole(unfinished, "", { mode: 0o600, uid: 0, gid: 0 });
    const { version, name, port } = cluster;
    const place = [`--port=${port}`, version, name];
    await mustRun(["pg_createcluster", ...place, "--", ...initialisation], { timeoutSeconds: 300 });
    // Its settings are left to the next writeback: after a power cut they would be empty.
    await mustRun(["sync", "--file-system", cluster.settings, cluster.files]);
    await rm(unfinished);
  });
}

async function clearAway(): Promise<void> {
  await rm(cluster.files, { recursive: true, force: true });
  await rm(cluster.settings, { recursive: true, force: true });
}
