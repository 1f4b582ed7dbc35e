import { run } from "./run.ts";

// Whoever reads may go away in the middle, as `head` does; that is no defect.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") {
    throw error;
  }
  process.exit();
});

process.exitCode = await run(process.argv.slice(2));
