import { mustRun } from "../host/index.ts";

/** Has nginx read its files again; no connection is lost. */
export async function reloadNginx(): Promise<void> {
  await mustRun(["systemctl", "reload", "nginx.service"]);
}
