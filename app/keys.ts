import { addKey, listKeys, retireKey, takeUpNewestKey } from "./base/encryption/rotate-keys.ts";
import "./modules.ts";

const verbs: Readonly<Record<string, (id: string) => Promise<object>>> = {
  list: async () => ({}),
  rotate: async () => ({ added: await addKey(), taken: await takeUpNewestKey() }),
  resume: async () => ({ taken: await takeUpNewestKey() }),
  retire: async (id) => {
    await retireKey(id);
    return { retired: id };
  },
};

/** `keys list | rotate | resume | retire <id>`: one line of JSON about what was done, and every key as it stands then. */
export async function keysCommand(
  [verb = "list", id = ""]: readonly string[],
  say: (text: string) => void,
): Promise<boolean> {
  const done = await verbs[verb]?.(id);
  if (done) {
    say(`${JSON.stringify({ ...done, keys: await listKeys() })}\n`);
  }
  return done !== undefined;
}
