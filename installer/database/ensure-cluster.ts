import { existsSync, readdirSync, statSync } from "node:fs";
import {
  act,
  capture,
  ensureDirectory,
  ensureFile,
  ensureUnit,
  mustRun,
  type Host,
} from "../host/index.ts";
import type { Site } from "../site/index.ts";
import { cluster } from "./own-cluster.ts";
import { asSuperuser } from "./provision.ts";
import { superuserUrl } from "./own-cluster.ts";
import { accessRules, clusterSettings, nameMap } from "./settings.ts";

const initialisation = [
  "--auth-local=peer",
  "--auth-host=scram-sha-256",
  "--data-checksums",
  "--encoding=UTF8",
  "--locale=C.UTF-8",
];

/** Makes our cluster where there is none; writes its settings and has the running server take them up. */
export async function ensureCluster(host: Host, site: Site): Promise<void> {
  if (!existsSync(`${cluster.settings}/postgresql.conf`)) {
    await act(host, `Postgres cluster ${cluster.version}/${cluster.name}`, makeCluster);
  }
  const isChanged = await writeSettings(host, site);
  await ensureUnit(host, { name: cluster.unit, enabled: true, state: "started" });
  await takeUp(host, isChanged);
}

async function makeCluster(): Promise<void> {
  const { version, name, port } = cluster;
  const place = [`--port=${port}`, version, name];
  await mustRun(["pg_createcluster", ...place, "--", ...initialisation], { timeoutSeconds: 300 });
}

async function writeSettings(host: Host, site: Site): Promise<boolean> {
  const folder = cluster.settings;
  const own = { owner: "postgres", group: "postgres" };
  await ensureDirectory(host, { path: `${folder}/conf.d`, mode: 0o755, ...own });
  const files = [
    { path: `${folder}/conf.d/10-secretariat.conf`, content: clusterSettings(site), mode: 0o644 },
    { path: `${folder}/pg_hba.conf`, content: accessRules, mode: 0o640 },
    { path: `${folder}/pg_ident.conf`, content: nameMap, mode: 0o640 },
  ];
  let isChanged = false;
  for (const file of files) {
    isChanged = (await ensureFile(host, { ...file, ...own })) || isChanged;
  }
  return isChanged;
}

/** Most settings are taken up by a reload; where one needs a restart, it gets one. */
export async function takeUp(host: Host, isChanged: boolean): Promise<void> {
  if (host.isCheck && !(await isRunning())) {
    return;
  }
  if (!host.isCheck && (isChanged || !(await hasReadSettings()))) {
    await mustRun(["systemctl", "reload", cluster.unit]);
    await untilAnswers();
  }
  if ((await waitsForRestart()) && !host.isCheck) {
    await act(host, "restart Postgres for its new settings", async () => {
      await mustRun(["systemctl", "restart", cluster.unit], { timeoutSeconds: 300 });
    });
  }
  await untilAnswers();
}

/** A run that was killed may have written settings that nobody told the server of. */
async function hasReadSettings(): Promise<boolean> {
  const folder = cluster.settings;
  const parts = readdirSync(`${folder}/conf.d`).map((name) => `conf.d/${name}`);
  const files = ["postgresql.conf", "pg_hba.conf", "pg_ident.conf", ...parts];
  const written = Math.max(...files.map((name) => statSync(`${folder}/${name}`).mtimeMs));
  return asSuperuser(superuserUrl, async (client) => {
    const { rows } = await client.query<{ at: Date }>("select pg_conf_load_time() as at");
    return written < (rows[0]?.at.getTime() ?? 0);
  });
}

async function isRunning(): Promise<boolean> {
  return (await capture(["systemctl", "is-active", "--quiet", cluster.unit])).code === 0;
}

/** Debian's unit ends before a long recovery has; nothing may ask before the server answers. */
async function untilAnswers(): Promise<void> {
  const ready = ["pg_isready", "--quiet", "--host=/var/run/postgresql", `--port=${cluster.port}`];
  for (let seconds = 0; seconds < 120; seconds += 1) {
    if ((await capture(ready)).code === 0) {
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, 1000));
  }
  throw new Error(`Postgres did not answer within two minutes: journalctl -u ${cluster.unit}`);
}

async function waitsForRestart(): Promise<boolean> {
  return asSuperuser(superuserUrl, async (client) => {
    await client.query("select pg_sleep(0.2)"); // a reload is taken up by each process in its time
    const found = await client.query("select 1 from pg_settings where pending_restart limit 1");
    return found.rowCount === 1;
  });
}
