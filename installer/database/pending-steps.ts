import { readdirSync } from "node:fs";
import { join } from "node:path";
import { inOurDatabase } from "./own-cluster.ts";

/** The steps a release brings that the database has not taken yet, in their order. */
export async function pendingSteps(release: string): Promise<readonly string[]> {
  const taken = new Set(await takenSteps());
  return stepsOf(release).filter((name) => !taken.has(name));
}

export function stepsOf(release: string): readonly string[] {
  return readdirSync(join(release, "build/app/migrations"))
    .filter((name) => /^\d{4}-[\w-]+\.js$/.test(name))
    .map((name) => name.replace(/\.js$/, ""))
    .toSorted();
}

/** What the database has taken; nothing while it is empty. */
export function takenSteps(): Promise<readonly string[]> {
  return inOurDatabase(async ({ rows }) => {
    const [found] = await rows<{ there: boolean }>(
      "select to_regclass('public.migrations') is not null as there",
    );
    const names = found?.there ? await rows<{ name: string }>("select name from migrations") : [];
    return names.map(({ name }) => name).toSorted();
  });
}
