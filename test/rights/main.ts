process.env["SECRETARIAT_LOG_LEVEL"] ??= "silent";
process.env["SECRETARIAT_REQUESTS_PER_MINUTE"] = "1000000";

await import("./mutants/weak-sources.ts"); // before any of the product is loaded
const { runMatrix } = await import("./matrix.ts");
process.exit(await runMatrix(process.argv.slice(2)));
