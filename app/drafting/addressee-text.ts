import { linesOf, type DraftAddressee } from "./drafted-letter.ts";

const mail = /^[^\s@]+@[^\s@.]+(?:\.[^\s@.]+)+$/;

/** Addressees as one types them: the lines of each together, an empty line between two. */
export function addresseesFrom(text: string): DraftAddressee[] {
  return text
    .split(/\n\s*\n/)
    .map((block) => block.split("\n").map((line) => line.trim()))
    .map((lines) => lines.filter((line) => line !== ""))
    .filter((lines) => lines.length > 0)
    .map(addresseeFrom);
}

/** Copies: one line for each, and behind a dash what it is for. */
export function copiesFrom(text: string): DraftAddressee[] {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .map((line) => {
      const dash = line.search(/\s[–—-]\s/);
      return dash === -1
        ? addresseeFrom([line])
        : { ...addresseeFrom([line.slice(0, dash).trim()]), purpose: line.slice(dash + 3).trim() };
    });
}

export function addresseeText(addressees: readonly DraftAddressee[]): string {
  return addressees
    .map((one) => [...linesOf(one), ...(one.email ? [one.email] : [])].join("\n"))
    .join("\n\n");
}

export function copyText(copies: readonly DraftAddressee[]): string {
  return copies
    .map((one) => [linesOf(one).join(", "), one.purpose].filter(Boolean).join(" – "))
    .join("\n");
}

function addresseeFrom(lines: readonly string[]): DraftAddressee {
  const email = lines.find((line) => mail.test(line));
  const [name, ...address] = lines.filter((line) => line !== email);
  return { name, address, ...(email === undefined ? {} : { email }) };
}
