import { createHash } from "node:crypto";

export interface Finding {
  readonly path: string;
  readonly line: number;
  readonly rule: string;
  /** The beginning of a digest of what was found: names it without telling it. */
  readonly digest: string;
}

interface Rule {
  readonly name: string;
  /** The first group, or the whole, is the secret. */
  readonly pattern: RegExp;
  readonly bits?: number;
}

/** What secrets look like; `bits` is the least entropy a letter that a secret has and a word has not. */
const rules: readonly Rule[] = [
  { name: "private key", pattern: /-----BEGIN (?:[A-Z]+ )?PRIVATE KEY-----\s*[\w+/=]{20,}/g },
  {
    name: "password in an address",
    pattern: /\b[a-z][a-z+.-]{1,20}:\/\/[^\s/:@"'`{}$<>]{0,60}:([^\s/@"'`{}$<>]{6,100})@/g,
  },
  {
    name: "cloud key",
    pattern: /\b(?:AKIA[0-9A-Z]{16}|AIza[\w-]{35}|gh[pousr]_\w{36}|xox[abprs]-[\w-]{10,80})\b/g,
  },
  { name: "signed token", pattern: /\beyJ[\w-]{10,2000}\.eyJ[\w-]{10,2000}\.[\w-]{10,2000}/g },
  {
    name: "named secret",
    pattern:
      /(?:passw(?:or)?d|passphrase|secret|token|api[_-]?key)["']?\s{0,3}[:=]\s{0,3}["'`]([^"'`\s${}]{10,200})["'`]/gi,
    bits: 3,
  },
  { name: "random text", pattern: /["'`]([A-Za-z0-9+/_-]{32,400}={0,2})["'`]/g, bits: 4.2 },
  { name: "random digits", pattern: /["'`]([0-9a-f]{32,400})["'`]/gi, bits: 3 },
];

/** Everything in a text that looks like a secret. */
export function findSecrets(path: string, text: string): Finding[] {
  return rules.flatMap(({ name, pattern, bits = 0 }) =>
    [...text.matchAll(pattern)]
      .map((match) => ({ secret: match[1] ?? match[0], at: match.index }))
      .filter(({ secret }) => entropyOf(secret) >= bits && (bits === 0 || /\d/.test(secret)))
      .map(({ secret, at }) => ({
        path,
        rule: name,
        line: text.slice(0, at).split("\n").length,
        digest: createHash("sha256").update(secret).digest("hex").slice(0, 12),
      })),
  );
}

/** Bits a letter, by how often each stands in it. */
function entropyOf(text: string): number {
  const counts = new Map<string, number>();
  for (const letter of text) {
    counts.set(letter, (counts.get(letter) ?? 0) + 1);
  }
  return [...counts.values()].reduce((bits, count) => {
    const share = count / text.length;
    return bits - share * Math.log2(share);
  }, 0);
}
