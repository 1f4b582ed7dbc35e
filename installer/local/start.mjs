import { handOver } from "./hand-over.mjs";

await handOver("start", ["start.ts", ...process.argv.slice(2)]);
