import { spawn } from "node:child_process";
import { mustRun } from "../../installer/host/index.ts";

/** A pair of age: the secret opens what was encrypted to the recipient. */
export interface Identity {
  readonly secret: string;
  readonly recipient: string;
}

/** A new pair; the secret is only ever in memory. */
export async function makeIdentity(): Promise<Identity> {
  const secret = secretIn(await mustRun(["age-keygen"]));
  return { secret, recipient: await recipientOf(secret) };
}

export async function recipientOf(secret: string): Promise<string> {
  return (await mustRun(["age-keygen", "-y"], { input: `${secret}\n` })).trim();
}

/** Encrypts a short text; the answer is text too. */
export function encryptText(recipient: string, text: string): Promise<string> {
  return mustRun(["age", "--encrypt", "--armor", "--recipient", recipient], { input: text });
}

/** Opens an encrypted text file. The secret goes in by standard input. */
export function decryptFile(secret: string, path: string): Promise<string> {
  return mustRun(["age", "--decrypt", "--identity", "-", path], { input: `${secret}\n` });
}

export function isRecipient(text: string): boolean {
  return /^age1[a-z0-9]{58}$/.test(text);
}

function secretIn(text: string): string {
  const found = /AGE-SECRET-KEY-1[A-Z0-9]{58}/.exec(text);
  if (!found) {
    throw new Error("age-keygen made no key");
  }
  return found[0];
}

/** Lets one program read what the other writes, byte for byte; both must end well. */
export async function pipe(
  writer: readonly string[],
  reader: readonly string[],
  input = "",
): Promise<void> {
  const environment = { PATH: "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin" };
  const start = ([program = "", ...rest]: readonly string[]) =>
    spawn(program, rest, { cwd: "/", env: environment, stdio: ["pipe", "pipe", "pipe"] });
  const [first, second] = [start(writer), start(reader)];
  first.stdout.pipe(second.stdin);
  second.stdin.on("error", () => undefined); // told by its exit code
  first.stdin.on("error", () => undefined);
  first.stdin.end(input);
  second.stdout.resume();
  await Promise.all([ended(first, writer), ended(second, reader)]);
}

function ended(child: ReturnType<typeof spawn>, command: readonly string[]): Promise<void> {
  let said = "";
  child.stderr?.on("data", (chunk: Buffer) => (said += chunk.toString()));
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) =>
      code === 0
        ? resolve()
        : reject(new Error(`${command[0] ?? ""} ended with ${code ?? "a signal"}: ${said.trim()}`)),
    );
  });
}
