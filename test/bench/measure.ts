import type { Captured } from "./capture.ts";
import type { Cast } from "./cast.ts";
import { figuresOf, type Figures } from "./figures.ts";
import type { Measured } from "./load.ts";
import { pgbench } from "./pgbench.ts";
import type { BenchDatabase } from "./prepare-database.ts";
import { runLoad } from "./run-load.ts";
import { scriptOf } from "./script.ts";
import { settle } from "./settle.ts";
import type { Size } from "./size.ts";
import { isStandpoint } from "./record-statements.ts";

/** Everything that is up while we measure. */
export interface Stage {
  readonly database: BenchDatabase;
  readonly cast: Cast;
  readonly size: Size;
  readonly gzip: boolean;
  /** Hold the product against floors for which Postgres keeps plans, as it does for the product. */
  readonly prepared: boolean;
  readonly webPort: number;
  readonly barePort: number;
}

export interface OperationFigures extends Figures {
  readonly name: string;
  readonly clients: number;
  readonly bytes: number;
  readonly statements: number;
}

export interface FloorFigures extends Figures {
  readonly name: string;
  readonly floor: "pgbench" | "bare";
  readonly clients: number;
}

/** The product and its floors, in turns, under so many clients. */
export async function measure(
  stage: Stage,
  captured: Captured,
  clients: number,
): Promise<{ operation: OperationFigures; floors: FloorFigures[] }> {
  const { name, kind } = captured.operation;
  const product: Measured[] = [];
  const bare: Measured[] = [];
  const database: Measured[] = [];
  for (let round = 0; round < stage.size.rounds; round += 1) {
    await settle(stage.database.superuser);
    product.push(await load(stage, { name, clients, port: stage.webPort }));
    if (kind === "page") {
      bare.push(await load(stage, { name, clients, port: stage.barePort }));
    } else {
      await settle(stage.database.superuser);
    }
    const { app: databaseUrl } = stage.database;
    const script = scriptOf(captured, stage.cast);
    database.push(
      await pgbench({
        databaseUrl,
        script,
        clients,
        seconds: stage.size.seconds,
        prepared: stage.prepared,
      }),
    );
  }
  const bytes = product[0]?.bytes ?? 0;
  const statements = captured.statements.filter(({ sql }) => !isStandpoint(sql)).length;
  return {
    operation: { name, clients, ...figuresOf(product), bytes, statements },
    floors: [
      { name, floor: "pgbench", clients, ...figuresOf(database) },
      ...(kind === "page" ? [{ name, floor: "bare" as const, clients, ...figuresOf(bare) }] : []),
    ],
  };
}

function load(
  { cast, gzip, size }: Stage,
  { name, ...order }: { name: string; clients: number; port: number },
): Promise<Measured> {
  const { seconds, warmUpSeconds } = size;
  return runLoad({ ...order, operation: name, cast, seconds, warmUpSeconds, gzip });
}
