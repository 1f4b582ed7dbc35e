/**
 * The virus scanner, asked through its socket. What it does not plainly call clean is not clean: silence, an
 * error and half an answer are `unreachable`, never a pass.
 */
import { connect, type Socket } from "node:net";
import type { Readable } from "node:stream";
import { config } from "../../base/index.ts";

export type Verdict =
  | { readonly kind: "clean" }
  | { readonly kind: "found"; readonly signature: string }
  | { readonly kind: "unreachable"; readonly reason: string };

const chunkBytes = 256 * 1024;

/** Streams bytes to the scanner and tells its verdict. */
export async function scanBytes(bytes: Readable): Promise<Verdict> {
  try {
    let isAllSent = false;
    const answer = await ask("zINSTREAM\0", async (socket) => {
      await sendChunks(socket, bytes);
      isAllSent = true;
    });
    const verdict = verdictIn(answer);
    const isEarly = verdict.kind === "clean" && !isAllSent;
    return isEarly ? { kind: "unreachable", reason: "answered before it had all" } : verdict;
  } catch (error) {
    return { kind: "unreachable", reason: error instanceof Error ? error.message : "unknown" };
  } finally {
    bytes.destroy();
  }
}

export interface ScannerVersion {
  readonly text: string;
  /** When its signatures were made; undefined where it does not say. */
  readonly signaturesAt?: Date;
}

/** "ClamAV 1.4.3/27512/Fri Nov 20 08:15:01 2026" */
export async function scannerVersion(): Promise<ScannerVersion | undefined> {
  try {
    const text = (await ask("zVERSION\0")).trim();
    if (!text.startsWith("ClamAV")) {
      return undefined;
    }
    const [, , day] = text.split("/");
    const at = day === undefined ? Number.NaN : Date.parse(`${day} UTC`);
    return Number.isNaN(at) ? { text } : { text, signaturesAt: new Date(at) };
  } catch {
    return undefined;
  }
}

function verdictIn(answer: string): Verdict {
  const said = answer.replaceAll("\0", "").trim();
  if (said === "stream: OK") {
    return { kind: "clean" };
  }
  const [, signature] = /^stream: (.+) FOUND$/.exec(said) ?? [];
  return signature === undefined
    ? { kind: "unreachable", reason: said === "" ? "no answer" : said.slice(0, 200) }
    : { kind: "found", signature: signature.slice(0, 200) };
}

/** Says one command, sends what goes with it, and reads to the end. */
async function ask(command: string, send?: (socket: Socket) => Promise<void>): Promise<string> {
  const socket = open();
  const deadline = setTimeout(
    () => socket.destroy(new Error("no answer in time")),
    config().SCANNER_SECONDS * 1000,
  );
  try {
    const answer = readAll(socket);
    socket.write(command);
    await Promise.race([send?.(socket), answer]); // it may answer before it has read all
    return await answer;
  } finally {
    clearTimeout(deadline);
    socket.destroy();
  }
}

function open(): Socket {
  const address = config().SCANNER_ADDRESS ?? "";
  const [, host = "127.0.0.1", port] = /^tcp:(.+):(\d+)$/.exec(address) ?? [];
  return port === undefined
    ? connect({ path: address.replace(/^unix:/, "") })
    : connect({ host, port: Number(port) });
}

function readAll(socket: Socket): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = "";
    socket.setEncoding("latin1");
    socket.on("data", (piece: string) => {
      text += piece;
      if (text.length > 4096 || text.includes("\0")) {
        resolve(text);
      }
    });
    socket.on("end", () => resolve(text));
    socket.on("error", reject);
  });
}

async function sendChunks(socket: Socket, bytes: Readable): Promise<void> {
  for await (const piece of bytes as AsyncIterable<Buffer>) {
    for (let at = 0; at < piece.length; at += chunkBytes) {
      const chunk = piece.subarray(at, at + chunkBytes);
      const size = Buffer.alloc(4);
      size.writeUInt32BE(chunk.length);
      socket.write(size);
      await written(socket, chunk);
    }
  }
  await written(socket, Buffer.alloc(4));
}

function written(socket: Socket, bytes: Buffer): Promise<void> {
  return new Promise((resolve, reject) => {
    socket.write(bytes, (error) => (error ? reject(error) : resolve()));
  });
}
