import type { Host } from "./host.ts";
import { capture, mustRun } from "./run.ts";

export interface WantedUnit {
  readonly name: string;
  readonly enabled: boolean;
  readonly state: "started" | "stopped";
  /** Its files changed: what runs of it must start again. */
  readonly restart?: boolean;
}

/** Enables or disables, starts or stops a unit of systemd; true when it was otherwise. */
export async function ensureUnit(host: Host, wanted: WantedUnit): Promise<boolean> {
  const now = await read(wanted.name);
  const steps = [...enabling(wanted, now), ...running(wanted, now)];
  if (steps.length > 0 && now.needsReload && !host.isCheck) {
    await mustRun(["systemctl", "daemon-reload"]);
  }
  for (const step of steps) {
    if (!host.isCheck) {
      await mustRun(["systemctl", step, wanted.name], { timeoutSeconds: 180 });
    }
    host.note({ what: `${step} ${wanted.name}` });
  }
  return steps.length > 0;
}

interface Now {
  readonly enabled: string;
  readonly active: string;
  readonly needsReload: boolean;
}

async function read(name: string): Promise<Now> {
  const [enabled, active, reload] = await Promise.all([
    capture(["systemctl", "is-enabled", name]),
    capture(["systemctl", "is-active", name]),
    capture(["systemctl", "show", "--property=NeedDaemonReload", "--value", name]),
  ]);
  return {
    enabled: enabled.output.trim(),
    active: active.output.trim(),
    needsReload: reload.output.trim() === "yes",
  };
}

/** A unit without an [Install] part is neither on nor off: something else starts it. */
const byOthers = new Set(["static", "indirect", "generated", "transient", "alias"]);

function enabling({ enabled }: WantedUnit, now: Now): readonly string[] {
  const isEnabled = now.enabled === "enabled" || byOthers.has(now.enabled);
  const isDisabled = now.enabled !== "enabled";
  if (enabled) {
    return isEnabled ? [] : ["enable"];
  }
  return isDisabled ? [] : ["disable"];
}

function running({ state, restart = false }: WantedUnit, { active }: Now): readonly string[] {
  const isActive = active === "active" || active === "reloading";
  if (state === "stopped") {
    return isActive || active === "activating" ? ["stop"] : [];
  }
  if (!isActive) {
    return active === "failed" ? ["reset-failed", "start"] : ["start"];
  }
  return restart ? ["restart"] : [];
}
