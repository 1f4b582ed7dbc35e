import { Agent } from "node:http";
import { asSuperuser } from "../../installer/local/provision.ts";
import { ask, type Given } from "./ask.ts";
import type { Cast } from "./cast.ts";
import { operations, type Operation } from "./operations.ts";
import { startProduct } from "./product.ts";
import type { BenchDatabase } from "./prepare-database.ts";
import { recordStatements, type Recorder, type Statement } from "./record-statements.ts";

/** One operation as the product really does it, once. */
export interface Captured {
  readonly operation: Operation;
  /** Where its first request goes. */
  readonly path: string;
  readonly statements: readonly Statement[];
  readonly last: Given;
}

/**
 * Numbers the database counts up, set to values that stand nowhere else: in the statements of a captured
 * write one recognises by them which value is a sequence, a paragraph or a serial.
 */
export const markers = { movements: 770_011, paragraph: 660_011, note: 550_011, serial: 880_011 };

/** Runs each operation once through the recorder, after it has run often enough to be warm. */
export async function captureAll(database: BenchDatabase, cast: Cast): Promise<Captured[]> {
  const recorder = await recordStatements(database.app);
  const web = await startProduct("web", recorder.url);
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  try {
    for (const operation of operations) {
      for (const round of [0, 1, 2]) {
        await perform(operation, { cast, agent, round, port: web.port });
      }
    }
    await setMarkers(database.superuser, cast);
    const captured: Captured[] = [];
    for (const operation of operations) {
      captured.push(await captureOne(operation, { cast, agent, port: web.port, recorder }));
    }
    return captured;
  } finally {
    agent.destroy();
    await web.stop();
    recorder.stop();
  }
}

const capturedRound = 3;

async function captureOne(
  operation: Operation,
  given: { cast: Cast; agent: Agent; port: number; recorder: Recorder },
): Promise<Captured> {
  given.recorder.take();
  const answers = await perform(operation, { ...given, round: capturedRound });
  const statements = given.recorder.take();
  const last = answers.at(-1);
  if (!last) {
    throw new Error(`${operation.name} asks nothing`);
  }
  const [{ path } = { path: "" }] = operation.requests(given.cast, { client: 0, round: 0 });
  return { operation, path, statements, last };
}

async function perform(
  operation: Operation,
  { cast, agent, port, round }: { cast: Cast; agent: Agent; port: number; round: number },
): Promise<Given[]> {
  const answers: Given[] = [];
  for (const request of operation.requests(cast, { client: 0, round })) {
    answers.push(await ask(port, agent, request));
  }
  return answers;
}

function setMarkers(superuserUrl: string, cast: Cast): Promise<unknown> {
  const [section] = cast.sections;
  const file = section?.fileIds[capturedRound];
  return asSuperuser(superuserUrl, async (client) => {
    await client.query("set session_replication_role = replica");
    await client.query("update items set movements = $2 where id = $1", [file, markers.movements]);
    await client.query("update files set last_paragraph = $2 where item_id = $1", [
      file,
      markers.paragraph,
    ]);
    await client.query("update notes set sequence = $2 where file_id = $1 and sequence = 2", [
      file,
      markers.note,
    ]);
    await client.query("update number_series set last = $2 where unit_id = $1", [
      section?.registry.unitId,
      markers.serial,
    ]);
  });
}
