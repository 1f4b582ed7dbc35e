import type { Host } from "./host.ts";

/** Does what no `ensure…` covers. It is counted as a change, and only told when nothing may be changed. */
export async function act(host: Host, what: string, work: () => Promise<void>): Promise<void> {
  if (!host.isCheck) {
    await work();
  }
  host.note({ what });
}
