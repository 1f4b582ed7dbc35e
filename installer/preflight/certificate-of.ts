import { createHash, X509Certificate } from "node:crypto";
import { readFile } from "node:fs/promises";
import { connect, type TLSSocket } from "node:tls";
import type { Trust } from "./machine.ts";

const patience = 3_000;

interface Shown {
  readonly fingerprint: string;
  /** As PEM. */
  readonly text: string;
  readonly isTrusted: boolean;
}

/** The certificate a server shows; whether it is the right one is judged by whoever asks. */
export async function certificateOf(host: string, port: number): Promise<string | undefined> {
  return (await handshake(host, port, []))?.fingerprint;
}

/** The certificate itself, for whoever trusts that very one. */
export function shownCertificate(host: string, port: number): Promise<Shown | undefined> {
  return handshake(host, port, []);
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
      const { raw } = socket.getPeerCertificate();
      const fingerprint = createHash("sha256").update(raw).digest("hex");
      end({ fingerprint, text: new X509Certificate(raw).toString(), isTrusted: socket.authorized });
    });
    socket.once("timeout", () => end(undefined));
    socket.once("error", () => end(undefined));
  });
}
