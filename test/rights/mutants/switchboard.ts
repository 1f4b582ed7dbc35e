/** Which checks were asked since the last look, and which one is off just now. */
const asked = new Set<string>();
let off: string | undefined;

/** Asked by every check that has a switch: whether it is to be left out. */
export function consult(name: string): boolean {
  asked.add(name);
  return name === off;
}

/** Does the work with one check switched off. */
export async function without<T>(name: string, work: () => Promise<T>): Promise<T> {
  off = name;
  try {
    return await work();
  } finally {
    off = undefined;
  }
}

/** What was asked since it was called last. */
export function takeAsked(): readonly string[] {
  const names = [...asked];
  asked.clear();
  return names;
}
