import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { root } from "../local/places.ts";
import { capture, tool } from "../local/run-program.ts";
import { Advice, say } from "../local/step.mjs";

export const sbomPath = join(root, "build/sbom.json");

/** Writes what the product consists of (CycloneDX 1.6), the same bytes for the same packages. */
export async function writeSbom(): Promise<void> {
  mkdirSync(join(root, "build"), { recursive: true });
  const what = ["--omit=dev", "--output-reproducible", "--spec-version=1.6"];
  const where = ["--output-format=JSON", `--output-file=${sbomPath}`];
  const { code, output } = await capture([tool("cyclonedx-npm"), ...what, ...where]);
  if (code !== 0) {
    throw new Advice(`The list of parts could not be written. ${output.trim()}`);
  }
}

export async function sbom(): Promise<number> {
  await writeSbom();
  say("  The parts of the product stand in build/sbom.json (CycloneDX 1.6)");
  return 0;
}
