import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { connect } from "node:tls";
import { certificatesIn } from "./pem.ts";
import { nameIn } from "./judge-chain.ts";

export interface CertificateState {
  readonly file: "server" | "authority";
  readonly subject: string;
  readonly issuer: string;
  readonly until: string;
  readonly daysLeft: number;
  readonly fingerprint: string;
}

/** What each certificate in place is and how long it lasts. */
export function certificateStates(folder: string, now: Date): readonly CertificateState[] {
  return (["server", "authority"] as const).flatMap((file) => {
    const path = join(folder, `${file}.crt`);
    const [one] = existsSync(path) ? certificatesIn(readFileSync(path, "utf8")) : [];
    if (!one) {
      return [];
    }
    const left = one.validToDate.getTime() - now.getTime();
    return [
      {
        file,
        subject: nameIn(one),
        issuer: one.issuer.replaceAll("\n", ", "),
        until: one.validToDate.toISOString(),
        daysLeft: Math.floor(left / 86_400_000),
        fingerprint: one.fingerprint256,
      },
    ];
  });
}

/** The fingerprint of what is served: a renewed file helps nobody until nginx has read it. */
export function servedFingerprint(
  address: string,
  { name, port = 443 }: { readonly name: string; readonly port?: number },
): Promise<string | undefined> {
  return new Promise((resolve) => {
    // What it shows is compared, not trusted.
    const socket = connect(
      { host: address, port, servername: name, rejectUnauthorized: false },
      () => {
        resolve(socket.getPeerX509Certificate()?.fingerprint256);
        socket.destroy();
      },
    );
    socket.setTimeout(5000, () => socket.destroy());
    socket.on("error", () => resolve(undefined));
    socket.on("close", () => resolve(undefined));
  });
}
