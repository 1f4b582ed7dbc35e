import { handOver } from "./hand-over.mjs";

const [task = "", ...rest] = process.argv.slice(2);
await handOver(task, ["tasks.ts", task, ...rest]);
