import { spawn } from "node:child_process";
import { basename, dirname } from "node:path";
import { wayInto } from "./enter.ts";

interface Copying {
  readonly leader: number;
  readonly path: string;
  readonly to: string;
}

const limitMilliseconds = 300_000;

/** Carries files as the administrator's medium does: with their rights, and belonging to root. */
export async function copyInto({ leader, path, to }: Copying): Promise<void> {
  const pack = spawn("tar", ["-C", dirname(path), "-cf", "-", basename(path)], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [nsenter = "", ...way] = wayInto(leader);
  const unpack = ["sh", "-c", 'mkdir -p "$1" && exec tar -C "$1" --no-same-owner -xpf -', "sh", to];
  const receive = spawn(nsenter, [...way, ...unpack], {
    stdio: [pack.stdout, "ignore", "inherit"],
  });
  const timer = setTimeout(
    () => [pack, receive].map((child) => child.kill("SIGKILL")),
    limitMilliseconds,
  );
  const codes = await Promise.all([pack, receive].map(codeOf)).finally(() => clearTimeout(timer));
  if (codes.some((code) => code !== 0)) {
    throw new Error(`${path} could not be copied to ${to}`);
  }
}

function codeOf(child: ReturnType<typeof spawn>): Promise<number> {
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code) => resolve(code ?? 137));
  });
}
