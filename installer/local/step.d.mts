export function step<T>(title: string, work: () => T | Promise<T>): Promise<T>;
export function say(line: string): void;
export function explain(error: unknown): void;
export class Advice extends Error {}
