import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

const names = ["superuser", "owner", "app", "report", "redis"] as const;

/** Passwords of the private servers, made once and readable only by whoever started them. */
export type Secrets = Readonly<Record<(typeof names)[number], string>>;

/** Reads the passwords beside a server's folder, making them the first time. */
export function readSecrets(file: string): Secrets {
  if (!existsSync(file)) {
    mkdirSync(dirname(file), { recursive: true });
    const fresh = Object.fromEntries(
      names.map((name) => [name, randomBytes(24).toString("base64url")]),
    );
    writeFileSync(file, JSON.stringify(fresh, null, 2), { mode: 0o600, flag: "wx" });
  }
  return JSON.parse(readFileSync(file, "utf8")) as Secrets;
}
