import { capture } from "../host/index.ts";

export interface UnitState {
  readonly unit: string;
  readonly active: string;
  readonly since: string;
  /** How often systemd had to start it again by itself. */
  readonly restarts: number;
}

/** Everything that serves: ours, and what of Debian's it stands on. */
export const servingUnits = [
  "secretariat-web@*.service",
  "secretariat-worker@*.service",
  "postgresql@15-secretariat.service",
  "redis-server@secretariat.service",
  "nginx.service",
] as const;

const shown = "--property=Id,ActiveState,ActiveEnterTimestamp,NRestarts";

/** The state of units; patterns stand for every unit that systemd knows by them. */
export async function statesOfUnits(patterns: readonly string[]): Promise<readonly UnitState[]> {
  const { output } = await capture(["systemctl", "show", shown, "--", ...patterns]);
  return output
    .split("\n\n")
    .map(readProperties)
    .filter((one) => one["Id"] !== undefined)
    .map((one) => ({
      unit: one["Id"] ?? "",
      active: one["ActiveState"] ?? "unknown",
      since: one["ActiveEnterTimestamp"] ?? "",
      restarts: Number(one["NRestarts"] ?? 0),
    }));
}

function readProperties(block: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    block
      .split("\n")
      .filter((line) => line.includes("="))
      .map((line) => [line.slice(0, line.indexOf("=")), line.slice(line.indexOf("=") + 1)]),
  );
}
