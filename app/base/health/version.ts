import { readFileSync } from "node:fs";
import { projectFile } from "../paths.ts";
import { levelOf, ownMigrations } from "../migration-steps.ts";
import { isReadOnly } from "../service/state.ts";

const { version } = JSON.parse(readFileSync(projectFile("package.json"), "utf8")) as {
  version: string;
};
const startedAt = new Date();

/** Which release this process is, for whoever rolls one out and for the helpdesk. */
export function describeVersion(): object {
  return {
    version,
    schemaLevel: levelOf(ownMigrations),
    node: process.version,
    role: process.argv[2] ?? "process",
    startedAt,
    readOnly: isReadOnly(),
  };
}
