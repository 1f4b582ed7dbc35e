import { readOptions } from "./options.ts";

process.env["SECRETARIAT_LOG_LEVEL"] ??= "silent";
process.env["SECRETARIAT_REQUESTS_PER_MINUTE"] = "1000000";

const options = readOptions(process.argv.slice(2));
if (options.share === undefined) {
  const { shareOut } = await import("./share-out.ts");
  process.exit(await shareOut(options, process.argv.slice(2)));
}
await import("./mutants/weak-sources.ts"); // before any of the product is loaded
const { runShare } = await import("./matrix.ts");
process.send?.(await runShare(options), () => process.exit(0));
