import { spawn } from "node:child_process";
import { mustRun } from "../../installer/host/index.ts";

/** In the words of age: the identity opens what was encrypted to the recipient, and is as secret as that. */
export interface KeyPair {
  readonly identity: string;
  readonly recipient: string;
}

/** A new pair; the identity is only ever in memory. */
export async function makeKeyPair(): Promise<KeyPair> {
  const identity = identityIn(await mustRun(["age-keygen"]));
  return { identity, recipient: await recipientOf(identity) };
}

export async function recipientOf(identity: string): Promise<string> {
  return (await mustRun(["age-keygen", "-y"], { input: `${identity}\n` })).trim();
}

/** Encrypts a short text; the answer is text too. */
export function encryptText(recipient: string, text: string): Promise<string> {
  return mustRun(["age", "--encrypt", "--armor", "--recipient", recipient], { input: text });
}

/** Opens an encrypted text file. The identity goes in by standard input. */
export function decryptFile(identity: string, path: string): Promise<string> {
  return mustRun(["age", "--decrypt", "--identity", "-", path], { input: `${identity}\n` });
}

export function isRecipient(text: string): boolean {
  return /^age1[a-z0-9]{58}$/.test(text);
}

function identityIn(text: string): string {
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
