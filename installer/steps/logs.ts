import { dirname } from "node:path";
import { act, ensureDirectory, ensureFile, ensureUnit, mustRun } from "../host/index.ts";
import { journaldFile, renderJournald } from "../logs/journald.ts";
import { renderRotation } from "../logs/rotation.ts";
import { words } from "../words.ts";
import type { Step } from "./step.ts";

/** Logs are kept as long as site.yml says, in the journal and in files. */
export const logsStep: Step = {
  id: "logs",
  title: words({ hi: "लॉग कितने दिन रहें", en: "How long logs are kept" }),
  async apply(host, { site, isBroken = false }) {
    await ensureDirectory(host, { path: dirname(journaldFile), mode: 0o755 });
    const content = renderJournald(site);
    if ((await ensureFile(host, { path: journaldFile, content })) || isBroken) {
      await act(host, "the journal takes up its settings", takeUp);
    }
    await ensureDirectory(host, { path: "/etc/logrotate.d", mode: 0o755 });
    for (const [path, rule] of renderRotation(site)) {
      await ensureFile(host, { path, content: rule });
    }
    await ensureUnit(host, { name: "logrotate.timer", enabled: true, state: "started" });
  },
};

/** Its open lines are handed over: nobody who writes to it notices the restart. */
async function takeUp(): Promise<void> {
  await mustRun(["systemctl", "restart", "systemd-journald.service"]);
  await mustRun(["journalctl", "--flush"]);
}
