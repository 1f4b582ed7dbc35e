import { capture } from "./run.ts";

/** Whether a unit of systemd runs now. */
export async function isActive(unit: string): Promise<boolean> {
  return (await capture(["systemctl", "is-active", "--quiet", unit])).code === 0;
}
