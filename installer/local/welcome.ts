import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { varFolder } from "./places.ts";

interface SignIn {
  readonly login: string;
  readonly password: string;
  readonly nameEn: string;
  readonly postEn: string;
  readonly why?: string;
}

const signInsShown = 8;

/** Prints the address and whom to sign in as. */
export function welcome(address: string): void {
  const signIns = readSignIns().slice(0, signInsShown);
  const widest = Math.max(0, ...signIns.map(({ login }) => login.length));
  const widestPassword = Math.max(0, ...signIns.map(({ password }) => password.length));
  const lines = [
    `Digital Secretariat   ${address}`,
    "",
    ...(signIns.length > 0 ? ["Sign in as", ""] : []),
    ...signIns.map(
      ({ login, password, nameEn, postEn, why }) =>
        `${login.padEnd(widest)}  ${password.padEnd(widestPassword)}  ` +
        `${nameEn}, ${postEn}${why ? `: ${why}` : ""}`,
    ),
    ...(signIns.length > 0 ? [""] : []),
    "Ctrl-C stops everything.   npm start -- --fresh begins again.   Logs: var/log",
  ];
  console.log(`\n${box(lines)}\n`);
}

function box(lines: readonly string[]): string {
  const width = Math.max(...lines.map((line) => line.length));
  const bar = "─".repeat(width + 4);
  const rows = lines.map((line) => `│  ${line}${" ".repeat(width - line.length)}  │`);
  return [`┌${bar}┐`, ...rows, `└${bar}┘`].join("\n");
}

function readSignIns(): readonly SignIn[] {
  const file = join(varFolder, "demonstration.json");
  if (!existsSync(file)) {
    return [];
  }
  return (JSON.parse(readFileSync(file, "utf8")) as { signIns: readonly SignIn[] }).signIns;
}
