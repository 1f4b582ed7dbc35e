/** Every check of the sources that has a switch. */
export const checks = new Set<string>();

/** Which checks were asked since the last look, and which are off just now. */
const asked = new Set<string>();
let off: ReadonlySet<string> = new Set();

/** Asked by every check that has a switch: whether it is to be left out. */
export function consult(name: string): boolean {
  asked.add(name);
  return off.has(name);
}

/** Does the work with some checks switched off. */
export async function without<T>(names: readonly string[], work: () => Promise<T>): Promise<T> {
  off = new Set(names);
  try {
    return await work();
  } finally {
    off = new Set();
  }
}

/** What was asked since it was called last. */
export function takeAsked(): readonly string[] {
  const names = [...asked];
  asked.clear();
  return names;
}
