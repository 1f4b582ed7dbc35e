import { log } from "./base/index.ts";
import { addKey, listKeys, retireKey, takeUpNewestKey } from "./base/encryption/rotate-keys.ts";
import "./modules.ts";

const verbs: Readonly<Record<string, (id: string) => Promise<void>>> = {
  list,
  rotate: async () => {
    log.info({ key: await addKey() }, "A new encryption key is in use");
    await takeUp();
  },
  resume: takeUp,
  retire: async (id) => {
    await retireKey(id);
    log.info({ key: id }, "The encryption key may be laid aside with the backups that need it");
  },
};

/** `keys list | rotate | resume | retire <id>`, for the one who looks after the server. */
export async function manageKeys([verb = "list", id = ""]: readonly string[]): Promise<void> {
  const work = verbs[verb];
  if (!work) {
    throw new Error(`There is no keys ${verb}; choose ${Object.keys(verbs).join(", ")}`);
  }
  await work(id);
}

async function list(): Promise<void> {
  for (const { id, contents, values } of await listKeys()) {
    process.stdout.write(`${id}  contents ${contents}  values ${values}\n`);
  }
}

async function takeUp(): Promise<void> {
  log.info(await takeUpNewestKey(), "Everything is sealed with the newest encryption key");
}
