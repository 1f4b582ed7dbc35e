import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { connect, type TLSSocket } from "node:tls";
import type { Trust } from "./machine.ts";

const patience = 3_000;

interface Shown {
  readonly fingerprint: string;
  readonly isTrusted: boolean;
}

/** The certificate a server shows; whether it is the right one is judged by whoever asks. */
export async function certificateOf(host: string, port: number): Promise<string | undefined> {
  return (await handshake(host, port, []))?.fingerprint;
}

/** Whether the server's certificate is one we trust, for the name we called. */
export async function trust(host: string, port: number, authorityFile?: string): Promise<Trust> {
  const authority =
    authorityFile === undefined
      ? undefined
      : await readFile(authorityFile, "utf8").catch(() => undefined);
  const shown = await handshake(host, port, authority === undefined ? [] : [authority]);
  return shown === undefined ? "unreachable" : shown.isTrusted ? "trusted" : "untrusted";
}

function handshake(
  host: string,
  port: number,
  authorities: readonly string[],
): Promise<Shown | undefined> {
  return new Promise((resolve) => {
    const socket: TLSSocket = connect({
      host,
      port,
      servername: host,
      rejectUnauthorized: false, // looked at, not spoken with
      timeout: patience,
      ...(authorities.length > 0 ? { ca: [...authorities] } : {}),
    });
    const end = (shown: Shown | undefined): void => {
      socket.destroy();
      resolve(shown);
    };
    socket.once("secureConnect", () => {
      const fingerprint = createHash("sha256")
        .update(socket.getPeerCertificate().raw)
        .digest("hex");
      end({ fingerprint, isTrusted: socket.authorized });
    });
    socket.once("timeout", () => end(undefined));
    socket.once("error", () => end(undefined));
  });
}
