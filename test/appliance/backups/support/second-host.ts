import { execFileSync, spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, writeFileSync } from "node:fs";
import { isIP } from "node:net";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { serveCommand } from "../../../../backups/append-only/serve.ts";
import { freePort } from "../../../../installer/local/free-port.ts";

/** A second host of one's own: the program that its unit starts, on loopback, over TLS. */
export interface SecondHost {
  /** Where everything lies that was carried there. */
  readonly folder: string;
  readonly port: number;
  /** As restic takes it, password included. */
  readonly address: string;
  readonly certificate: string;
  /** With the words of its command that are wanted; all, unless it is to break its promise. */
  readonly start: (isWanted?: (word: string) => boolean) => Promise<void>;
  readonly stop: () => Promise<void>;
  /** Lets it stand still: its door is open and nobody answers. */
  readonly freeze: () => Promise<void>;
  readonly thaw: () => void;
}

interface Elsewhere {
  readonly host: string;
  readonly port: number;
  /** What leads to where it runs, such as into the switch of the hosts. */
  readonly way: readonly string[];
}

export async function makeSecondHost(place: string, elsewhere?: Elsewhere): Promise<SecondHost> {
  const folder = join(place, "store");
  mkdirSync(folder, { recursive: true });
  const { host, port, way } = elsewhere ?? { host: "localhost", port: await freePort(0), way: [] };
  const certificate = makeCertificate(place, host);
  const password = execFileSync("openssl", ["passwd", "-apr1", "-stdin"], {
    input: "open sesame\n",
  });
  writeFileSync(join(place, "people"), `office:${password.toString().trim()}\n`);
  const command = serveCommand({
    folder,
    address: `${host}:${port}`,
    certificate,
    key: join(place, "server.key"),
    people: join(place, "people"),
  });
  const [program = "", ...words] = [...way, ...command];
  let server: ChildProcess | undefined;
  const start: SecondHost["start"] = async (isWanted = () => true) => {
    server = spawn(program, words.filter(isWanted), { stdio: "ignore" });
    await untilAnswered(way, `https://${host}:${port}/`);
  };
  const stop = async (): Promise<void> => {
    const running = server;
    server = undefined;
    if (running) {
      running.kill("SIGKILL");
      await once(running, "exit");
    }
  };
  const address = `rest:https://office:open%20sesame@${host}:${port}/office/`;
  const freeze = async (): Promise<void> => {
    server?.kill("SIGSTOP");
    await pause(500); // until the last of its threads has heard of it
  };
  const thaw = (): void => void server?.kill("SIGCONT");
  return { folder, port, address, certificate, start, stop, freeze, thaw };
}

async function untilAnswered(way: readonly string[], url: string): Promise<void> {
  const [program, ...words] = [...way, "curl", "-sk", "-o", "/dev/null", url];
  for (let attempt = 0; attempt < 100; attempt += 1) {
    try {
      execFileSync(program, words);
      return;
    } catch {
      await pause(200);
    }
  }
  throw new Error("rclone does not serve");
}

function makeCertificate(folder: string, host: string): string {
  const [certificate, key] = [join(folder, "server.crt"), join(folder, "server.key")];
  const kind = ["req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1"];
  const kindOfName = isIP(host) === 0 ? "DNS" : "IP";
  const names = ["-subj", `/CN=${host}`, "-addext", `subjectAltName=${kindOfName}:${host}`];
  execFileSync(
    "openssl",
    [...kind, "-nodes", "-days", "2", ...names, "-keyout", key, "-out", certificate],
    { stdio: "ignore" },
  );
  return certificate;
}
