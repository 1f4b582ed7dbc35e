import { readdirSync, statSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { act, capture, isActive, mustRun, type Host } from "../host/index.ts";
import { cluster, superuserUrl } from "./own-cluster.ts";
import { asSuperuser } from "./provision.ts";

const restarting = "restart Postgres for its new settings";

interface Written {
  readonly isChanged: boolean;
  /** People are at work: what needs a restart waits for the next `reconfigure`. */
  readonly isAtWork: boolean;
}

/** Most settings are taken up by a reload; where one needs a restart, it gets one. */
export async function takeUp(host: Host, { isChanged, isAtWork }: Written): Promise<void> {
  if (host.isCheck) {
    return;
  }
  if (isChanged || !(await hasReadSettings())) {
    await mustRun(["systemctl", "reload", cluster.unit]);
    await untilAnswers();
  }
  if (!isAtWork && (await waitsForRestart())) {
    await act(host, restarting, async () => {
      await mustRun(["systemctl", "restart", cluster.unit], { timeoutSeconds: 300 });
    });
  }
  await untilAnswers();
}

/** In a check: whether one of these settings differs in a way that only a restart takes up. */
export async function foretellRestart(host: Host, keys: readonly string[]): Promise<void> {
  if (!host.isCheck || keys.length === 0 || !(await isActive(cluster.unit))) {
    return;
  }
  const found = await asSuperuser(superuserUrl, (client) =>
    client.query(
      "select 1 from pg_settings where context = 'postmaster' and name = any($1) limit 1",
      [keys],
    ),
  );
  if (found.rowCount === 1) {
    host.note({ what: restarting });
  }
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

/** Debian's unit ends before a long recovery has; nothing may ask before the server answers. */
async function untilAnswers(): Promise<void> {
  const ready = ["pg_isready", "--quiet", "--host=/var/run/postgresql", `--port=${cluster.port}`];
  for (let seconds = 0; seconds < 120; seconds += 1) {
    if ((await capture(ready)).code === 0) {
      return;
    }
    await sleep(1000);
  }
  throw new Error(`Postgres did not answer within two minutes: journalctl -u ${cluster.unit}`);
}

/** Whether the running server has read a setting that only a restart takes up. */
export async function waitsForRestart(): Promise<boolean> {
  return asSuperuser(superuserUrl, async (client) => {
    await client.query("select pg_sleep(0.2)"); // a reload is taken up by each process in its time
    const found = await client.query("select 1 from pg_settings where pending_restart limit 1");
    return found.rowCount === 1;
  });
}
