import { places } from "../places.ts";
import type { Machine } from "./machine.ts";

/** A figure that a unit left for node-exporter; the newest where several carry the name. */
export async function readFact(machine: Machine, name: string): Promise<number | undefined> {
  const files = (await machine.names(places.figures)).filter((file) => file.endsWith(".prom"));
  const texts = await Promise.all(files.map((file) => machine.text(`${places.figures}/${file}`)));
  const found = texts
    .flatMap((text) => (text ?? "").split("\n"))
    .filter((line) => line.startsWith(`${name} `) || line.startsWith(`${name}{`))
    .map((line) => Number(line.split(" ").at(-1)))
    .filter(Number.isFinite);
  return found.length > 0 ? Math.max(...found) : undefined;
}

/** Hours since a moment in seconds of 1970; without one, for ever. */
export function ageInHours(machine: Machine, at: number | undefined): number {
  return at === undefined
    ? Number.POSITIVE_INFINITY
    : Math.floor((machine.now().getTime() / 1000 - at) / 3600);
}
