import type { Machine } from "./machine.ts";

export interface Mount {
  readonly point: string;
  readonly options: readonly string[];
}

/** The file system a path lies on, as the kernel lists it: the longest mount point that the path begins with. */
export async function mountOf(machine: Machine, path: string): Promise<Mount | undefined> {
  const lines = ((await machine.text("/proc/self/mounts")) ?? "").split("\n").filter(Boolean);
  return lines
    .map((line) => line.split(" "))
    .map(([, point = "", , options = ""]) => ({ point, options: options.split(",") }))
    .filter(({ point }) => point === "/" || path === point || path.startsWith(`${point}/`))
    .toSorted((one, other) => one.point.length - other.point.length)
    .at(-1);
}
