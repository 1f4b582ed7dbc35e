import { availableParallelism } from "node:os";

const atOnce = Math.max(2, availableParallelism());
const waiting: (() => void)[] = [];
let running = 0;

/** Lets so many run as the machine has room for; each may take half a gigabyte. Others wait for their turn. */
export async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running < atOnce) {
    running += 1;
  } else {
    await new Promise<void>((go) => waiting.push(go));
  }
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    running -= next ? 0 : 1;
    next?.();
  }
}
