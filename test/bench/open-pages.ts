import { Agent } from "node:http";
import { ask } from "./ask.ts";
import type { Cast, Person } from "./cast.ts";
import type { BenchDatabase } from "./prepare-database.ts";
import { startProduct } from "./product.ts";
import { recordStatements, type Recorder } from "./record-statements.ts";

export interface OpenedPage {
  readonly path: string;
  /** Milliseconds of the middle of five turns; undefined where it did not answer as it should. */
  readonly milliseconds: number | undefined;
  readonly statements: number;
  readonly bytes: number;
}

const turns = 5;
const found = encodeURIComponent("मुआवजा");

const ofTheHead = [
  "/tray",
  "/tray?desk=sent",
  `/track?q=${found}`,
  "/track?q=compensation",
  "/folders",
  "/items/movements/new",
  `/posts/lookup?q=${encodeURIComponent("अनुभाग")}`,
  "/files",
  `/files?q=${found}`,
  `/files/lookup?q=${found}`,
  "/files/register.csv",
  "/files/heads",
  "/notices",
  "/receipts",
  "/receipts/items",
  "/dispatches",
  "/outward",
  "/outward.csv",
  "/me",
  "/me/sessions",
];

const ofTheRegistry = [
  "/tray",
  "/receipts",
  "/receipts/new",
  `/receipts/senders?q=${encodeURIComponent("कलेक्टर")}`,
  "/receipts/papers",
  "/receipts/acknowledgements",
  "/dispatches",
  "/outward",
];

/** Opens the pages that list or look something up, one after another: none may need what its rows grow by. */
export async function openPages(database: BenchDatabase, cast: Cast): Promise<OpenedPage[]> {
  const recorder = await recordStatements(database.app);
  const web = await startProduct("web", recorder.url);
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const given = { agent, recorder, port: web.port };
  const registry = cast.sections[0]?.registry ?? cast.busy;
  try {
    return [
      ...(await openEach(ofTheHead, { ...given, person: cast.busy })),
      ...(await openEach(ofTheRegistry, { ...given, person: registry })),
    ];
  } finally {
    agent.destroy();
    await web.stop();
    recorder.stop();
  }
}

interface Given {
  readonly person: Person;
  readonly agent: Agent;
  readonly recorder: Recorder;
  readonly port: number;
}

async function openEach(paths: readonly string[], given: Given): Promise<OpenedPage[]> {
  const opened: OpenedPage[] = [];
  for (const path of paths) {
    const page = await open(path, given).catch((error: unknown) => {
      process.stderr.write(`  ${path}: ${String(error)}\n`);
      return { path, milliseconds: undefined, statements: 0, bytes: 0 };
    });
    opened.push(page);
  }
  return opened;
}

async function open(path: string, { person, agent, recorder, port }: Given): Promise<OpenedPage> {
  const headers = { cookie: person.cookie, accept: "text/html" };
  const times: number[] = [];
  let bytes = 0;
  for (let turn = 0; turn < turns; turn += 1) {
    recorder.take();
    const began = performance.now();
    const { body } = await ask(port, agent, { method: "GET", path, headers, status: 200 });
    times.push(performance.now() - began);
    bytes = body.length;
  }
  const middle = times.toSorted((one, other) => one - other)[Math.floor(turns / 2)];
  const milliseconds = Math.round(middle ?? 0);
  return { path, milliseconds, statements: recorder.take().length, bytes };
}

/** The pages for people, the slowest first. */
export function tableOfPages(pages: readonly OpenedPage[]): string {
  return pages
    .toSorted((one, other) => (other.milliseconds ?? Infinity) - (one.milliseconds ?? Infinity))
    .map(({ path, milliseconds, statements, bytes }) =>
      [milliseconds ?? "failed", statements, bytes]
        .map((cell) => String(cell).padStart(9))
        .concat(`  ${decodeURIComponent(path)}`)
        .join(""),
    )
    .join("\n");
}
