import { get } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";

const longest = 90;

/** Waits until a process of ours says that it is ready; throws where to look when it does not. */
export async function untilReady(unit: string, port: number): Promise<void> {
  for (let seconds = 0; seconds < longest; seconds += 1) {
    if (await isReady(port)) {
      return;
    }
    await sleep(1000);
  }
  throw new Error(`${unit} was not ready within ${longest} seconds: journalctl -u ${unit}`);
}

/** Whether the process that tells its health on this port can serve. */
export function isReady(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const asked = get(
      { host: "127.0.0.1", port, path: "/healthz/ready", timeout: 3000 },
      (answer) => {
        answer.resume();
        resolve(answer.statusCode === 200);
      },
    );
    asked.on("timeout", () => asked.destroy());
    asked.on("error", () => resolve(false));
  });
}
