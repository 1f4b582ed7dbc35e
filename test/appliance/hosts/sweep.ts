import { sweepLeftovers } from "./this-run.ts";

await sweepLeftovers();
