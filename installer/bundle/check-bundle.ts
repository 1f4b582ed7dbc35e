import { readFileSync } from "node:fs";
import { fingerprintOf, readPublicKey } from "./minisign.ts";
import { BundleRefused } from "./refusals.ts";
import { verifyBundle } from "./verify-bundle.ts";

/** `node check-bundle.js BUNDLE KEYFILE`: 0 when every byte is as it was signed. */
const [bundle = "", keyFile = ""] = process.argv.slice(2);
try {
  const key = readFileSync(keyFile, "utf8");
  const { version, date } = await verifyBundle({ bundle, key });
  process.stdout.write(`${version} ${date}\n${fingerprintOf(readPublicKey(key))}\n`);
} catch (error) {
  if (!(error instanceof BundleRefused)) {
    throw error;
  }
  process.stderr.write(`${error.words.hi}\n${error.words.en}\n`);
  process.exitCode = 1;
}
