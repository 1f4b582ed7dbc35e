import {
  cluster,
  isProvisioned,
  pendingSteps,
  provision,
  superuserUrl,
  type RolePasswords,
} from "../database/index.ts";
import { act, capture, isActive, mustRun, type Host } from "../host/index.ts";
import { neededSecret, passwordIn } from "../secrets/index.ts";
import { words } from "../words.ts";
import type { Step } from "./step.ts";

/** Roles, the database and its tables. The tables are made by the product's own program as their owner. */
export const databaseStep: Step = {
  id: "database",
  title: words({ hi: "डेटाबेस और तालिकाएँ", en: "Database and tables" }),
  async apply(host, { release, say }) {
    if (host.isCheck && !(await isActive(cluster.unit))) {
      host.note({ what: "database roles, database and tables" });
      return;
    }
    const given = {
      postgres: { port: cluster.port, superuserUrl },
      secrets: await passwords(host),
      database: cluster.database,
    };
    if (!(await isProvisioned(given))) {
      await act(host, "database roles, database and extensions", async () => {
        await provision(given);
      });
    }
    await takeSteps(host, release, say);
  },
};

async function passwords(host: Host): Promise<RolePasswords> {
  const [owner, app, report] = await Promise.all([
    neededSecret(host, "owner-database-url"),
    neededSecret(host, "database-url"),
    neededSecret(host, "report-database-url"),
  ]);
  return { owner: passwordIn(owner), app: passwordIn(app), report: passwordIn(report) };
}

async function takeSteps(host: Host, release: string, say: (line: string) => void) {
  const pending = await pendingSteps(release).catch(() => ["the first"]);
  if (pending.length === 0) {
    return;
  }
  say(`steps of the database: ${pending.join(", ")}`);
  await act(host, `${pending.length} steps of the database`, async () => {
    await capture(["systemctl", "reset-failed", "secretariat-migrate.service"]);
    await mustRun(["systemctl", "start", "secretariat-migrate.service"], { timeoutSeconds: 3600 });
  });
}
