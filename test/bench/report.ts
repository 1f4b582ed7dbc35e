import { cpus } from "node:os";
import type { Captured } from "./capture.ts";
import { measure, type FloorFigures, type OperationFigures, type Stage } from "./measure.ts";
import type { Memory } from "./memory.ts";
import type { Opened } from "./slow-link.ts";

/** What a run prints as JSON. */
export interface Report {
  readonly operations: readonly OperationFigures[];
  readonly floors: readonly FloorFigures[];
  readonly memory: Memory;
  /** The inbox at 256 kbit/s; left out when one operation alone is measured. */
  readonly slowLink?: Opened | undefined;
  readonly files: number;
  readonly processors: number;
}

/** Measures every operation under every number of clients. */
export async function measureAll(
  stage: Stage,
  captured: readonly Captured[],
): Promise<Omit<Report, "memory" | "slowLink">> {
  const operations: OperationFigures[] = [];
  const floors: FloorFigures[] = [];
  for (const one of captured) {
    for (const clients of stage.size.clients) {
      console.error(`  … ${one.operation.name}, ${clients} at once`);
      const measured = await measure(stage, one, clients);
      operations.push(measured.operation);
      floors.push(...measured.floors);
    }
  }
  return { operations, floors, files: stage.size.files, processors: cpus().length };
}
