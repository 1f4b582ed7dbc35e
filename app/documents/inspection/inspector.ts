/** The program of the process that looks into one file and ends: `node inspector.js PATH EXTENSION`. */
import { Unfit } from "./finding.ts";
import { lookInto } from "./look-into.ts";
import { sourceOfFile } from "./source.ts";

const [path = "", extension = ""] = process.argv.slice(2);

try {
  answer(await lookInto(sourceOfFile(path), extension));
} catch (error) {
  if (!(error instanceof Unfit)) {
    throw error;
  }
  answer({ failure: error.failure });
}

function answer(finding: object): void {
  process.stdout.write(JSON.stringify(finding));
}
