/** A program of its own, so that asking takes no time from answering: reads what to do, prints what it measured. */
import { Agent } from "node:http";
import { text } from "node:stream/consumers";
import { ask } from "./ask.ts";
import type { Cast } from "./cast.ts";
import { operations, type Operation } from "./operations.ts";

export interface LoadOrder {
  readonly port: number;
  readonly operation: string;
  readonly cast: Cast;
  readonly clients: number;
  readonly seconds: number;
  readonly warmUpSeconds: number;
  readonly gzip: boolean;
}

/** What was measured: milliseconds of each operation that ended in time. */
export interface Measured {
  readonly seconds: number;
  readonly samples: readonly number[];
  readonly bytes: number;
}

const order = JSON.parse(await text(process.stdin)) as LoadOrder;
process.stdout.write(JSON.stringify(await drive(order)));

/** Each client asks, waits for the answer, and asks again until the time is over. */
async function drive(given: LoadOrder): Promise<Measured> {
  const operation = operations.find(({ name }) => name === given.operation);
  if (!operation) {
    throw new Error(`There is no operation ${given.operation}`);
  }
  const agent = new Agent({ keepAlive: true, maxSockets: given.clients });
  const begin = performance.now() + given.warmUpSeconds * 1000;
  const finish = begin + given.seconds * 1000;
  const samples: number[] = [];
  let bytes = 0;
  const work = async (client: number): Promise<void> => {
    for (let round = 0; performance.now() < finish; round += 1) {
      const started = performance.now();
      bytes = await once(operation, { given, agent, client, round });
      const ended = performance.now();
      if (started >= begin && ended <= finish) {
        samples.push(ended - started);
      }
    }
  };
  await Promise.all(Array.from({ length: given.clients }, (_, client) => work(client)));
  agent.destroy();
  return { seconds: given.seconds, samples, bytes };
}

interface Once {
  readonly given: LoadOrder;
  readonly agent: Agent;
  readonly client: number;
  readonly round: number;
}

async function once(operation: Operation, { given, agent, client, round }: Once): Promise<number> {
  let bytes = 0;
  for (const request of operation.requests(given.cast, { client, round })) {
    const headers = given.gzip
      ? { ...request.headers, "accept-encoding": "gzip" }
      : request.headers;
    const { body } = await ask(given.port, agent, { ...request, headers });
    bytes += body.length;
  }
  return bytes;
}
