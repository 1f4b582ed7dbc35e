import type { Machine } from "./machine.ts";

const listening = "0A";

/** Every TCP port some program answers on, read where the kernel lists them. */
export async function listeningPorts(machine: Machine): Promise<ReadonlySet<number>> {
  const tables = await Promise.all(
    ["/proc/net/tcp", "/proc/net/tcp6"].map((path) => machine.text(path)),
  );
  const lines = tables.flatMap((table) => (table ?? "").split("\n").slice(1));
  return new Set(
    lines
      .map((line) => line.trim().split(/\s+/))
      .filter(([, , , state]) => state === listening)
      .map(([, local = ""]) => Number.parseInt(local.split(":").at(-1) ?? "", 16)),
  );
}
