import pg from "pg";
import { mayOnlyRead } from "./service/held-back.ts";
import { isPlannedOnce } from "./planned-once.ts";
import { standpointStatement, standpointValues, type Standpoint } from "./standpoint.ts";

/** What the driver's query has beyond its public face; `pg` itself extends it the same way for cursors. */
interface Wire {
  bind(message: { statement: string; values: readonly string[] }): void;
  execute(message: { portal: string; rows: number }): void;
}
interface DriverQuery extends pg.Submittable {
  prepare(connection: Wire): void;
  handleDataRow(message: unknown): void;
  handleCommandComplete(message: unknown, connection: Wire): void;
}
interface Asked {
  readonly text: string;
  readonly values: readonly unknown[];
  readonly name?: string;
  readonly queryMode: "extended";
}
const Query = pg.Query as unknown as new (asked: Asked, done: unknown) => DriverQuery;

const name = "standpoint";

/** Prepares, once for a connection, the statement by which each of its queries says for whom it is. */
export async function prepareStandpoint(connection: pg.Client, of: Standpoint): Promise<void> {
  await connection.query({ name, text: standpointStatement, values: standpointValues(of) });
}

/**
 * A query that first says for whom it is run. Both go out together and end with one Sync: outside a
 * transaction that makes them one transaction of their own, so that the settings end with the query.
 */
export class StandingQuery extends Query {
  readonly #standpoint: readonly string[];
  #isSaying = true;

  constructor(standpoint: Standpoint, asked: Asked, done: unknown) {
    super(asked, done);
    this.#standpoint = standpointValues(standpoint, {
      onlyReads: mayOnlyRead(), // it is sent outside this context
      plan: isPlannedOnce(asked.text) ? "force_generic_plan" : "auto",
    });
  }

  override prepare(connection: Wire): void {
    connection.bind({ statement: name, values: this.#standpoint });
    connection.execute({ portal: "", rows: 0 });
    super.prepare(connection);
  }

  override handleDataRow(message: unknown): void {
    if (!this.#isSaying) {
      super.handleDataRow(message);
    }
  }

  override handleCommandComplete(message: unknown, connection: Wire): void {
    if (this.#isSaying) {
      this.#isSaying = false;
    } else {
      super.handleCommandComplete(message, connection);
    }
  }
}
