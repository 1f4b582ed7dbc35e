import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { say } from "./step.mjs";

/** The wished port when nobody has it, else the next free one, which it says; 0 is any port. */
export async function freePort(wished: number, purpose = ""): Promise<number> {
  if (wished === 0) {
    return (await portFrom(0)) ?? 0;
  }
  for (let port = wished; port < wished + 200; port += 1) {
    if ((await portFrom(port)) !== undefined) {
      if (port !== wished) {
        say(`  Port ${wished} is taken; ${purpose} uses ${port}.`);
      }
      return port;
    }
  }
  throw new Error(`No port is free between ${wished} and ${wished + 199}`);
}

/** Binds every address for a moment, so that a server on any of them is noticed. */
function portFrom(port: number): Promise<number | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", () => resolve(undefined));
    server.listen(port, () => {
      const chosen = (server.address() as AddressInfo).port;
      server.close(() => resolve(chosen));
    });
  });
}
