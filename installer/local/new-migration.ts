import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./places.ts";
import { Advice } from "./step.mjs";

const folder = join(root, "app/migrations");

const body = `interface Migration {
  readonly query: (sql: string) => Promise<unknown>;
}

export const step = { kind: "expand", lock: "none", seconds: 1 };

export async function up({ query }: Migration): Promise<void> {
  await query(\`
  \`);
}
`;

/** Makes the next migration: `npm run new:migration add-closure`. */
export function newMigration([name = ""]: readonly string[]): number {
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name)) {
    throw new Advice("Name the migration in small letters with hyphens: add-closure");
  }
  const numbers = readdirSync(folder).map((file) => Number.parseInt(file, 10) || 0);
  const number = String(Math.max(0, ...numbers) + 1).padStart(4, "0");
  const file = join(folder, `${number}-${name}.ts`);
  writeFileSync(file, body, { flag: "wx" });
  console.log(file);
  return 0;
}
