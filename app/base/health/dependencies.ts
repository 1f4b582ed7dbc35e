import { dependencyUp } from "../metrics.ts";
import { withinPatience } from "./patience.ts";

/** Whether a service outside answers; nothing where this installation has none of the kind. */
type Ask = () => Promise<boolean | undefined>;

export interface DependencyState {
  readonly name: string;
  readonly state: "up" | "down" | "absent";
  readonly milliseconds: number;
}

const dependencies = new Map<string, Ask>();

/** Declares a service outside, by a fixed name. That it is down never makes a process count as unready. */
export function defineDependency(name: string, ask: Ask): void {
  dependencies.set(name, ask);
}

export function askDependencies(): Promise<DependencyState[]> {
  return Promise.all([...dependencies].map(([name, ask]) => askOne(name, ask)));
}

const everySeconds = 30;
let askedAt = -Infinity;

/** For whoever scrapes: asks anew where the last answer is old, and lets nobody wait for it. */
export function keepAsking(now = performance.now()): void {
  if (now - askedAt > everySeconds * 1000) {
    askedAt = now;
    void askDependencies();
  }
}

async function askOne(name: string, ask: Ask): Promise<DependencyState> {
  const began = performance.now();
  const isUp = await withinPatience(ask()).catch(() => false);
  if (isUp === undefined) {
    return { name, state: "absent", milliseconds: 0 };
  }
  dependencyUp.set({ dependency: name }, isUp ? 1 : 0);
  return { name, state: isUp ? "up" : "down", milliseconds: Math.round(performance.now() - began) };
}
