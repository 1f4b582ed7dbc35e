import type { Report } from "./report.ts";
import type { Opened } from "./slow-link.ts";

/** The figures for people, beside the floor each is held against. */
export function tableOf({ operations, floors, memory, slowLink }: Report): string {
  const lines = operations.map((operation) => {
    const floor = (name: string) =>
      floors.find(
        (one) =>
          one.floor === name && one.name === operation.name && one.clients === operation.clients,
      )?.requestsPerSecond;
    const { name, clients, requestsPerSecond, p50, p95, p99, bytes, statements } = operation;
    return [
      name.padEnd(20),
      ...[clients, requestsPerSecond, p50, p95, p99, bytes, statements].map(cell),
      cell(share(requestsPerSecond, floor("bare"))),
      cell(share(requestsPerSecond, floor("pgbench"))),
    ].join("");
  });
  const { webMegabytes, workerMegabytes, postgresMegabytes } = memory;
  return [
    [
      "".padEnd(20),
      ...["clients", "per s", "p50 ms", "p95 ms", "p99 ms", "bytes", "SQL"].map(cell),
      ...["of bare", "of pgbench"].map(cell),
    ].join(""),
    ...lines,
    "",
    `Memory: web ${webMegabytes} MB, worker ${workerMegabytes} MB, Postgres ${postgresMegabytes} MB`,
    ...(slowLink === undefined ? [] : [slowLine(slowLink)]),
  ].join("\n");
}

function slowLine({ bytes, rows, usableAfter }: Opened): string {
  return `Inbox of ${rows} at 256 kbit/s: usable after ${usableAfter} ms, ${bytes} bytes`;
}

function share(rate: number, floor: number | undefined): string {
  return floor === undefined ? "" : `${Math.round((rate / floor) * 100)} %`;
}

function cell(value: number | string): string {
  return String(value).padStart(11);
}
