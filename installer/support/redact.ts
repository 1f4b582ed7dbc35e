/**
 * INVARIANT: what leaves this house in a support bundle names nobody and opens nothing. What is known (secrets of the
 * vault, names of employees) is taken out by its very words; what only looks like a secret is taken out as well.
 */
export interface Known {
  /** Passwords, keys and everything else that opens something. */
  readonly secrets: readonly string[];
  /** Names and logins of people, in every language they are written in. */
  readonly names: readonly string[];
}

interface Pattern {
  readonly pattern: RegExp;
  readonly instead: string;
}

const patterns: readonly Pattern[] = [
  { pattern: /-----BEGIN [A-Z ]+-----[\s\S]*?(?:-----END [A-Z ]+-----|$)/g, instead: "[key]" },
  { pattern: /AGE-SECRET-KEY-[A-Z0-9]+/gi, instead: "[key]" },
  { pattern: /\beyJ[\w-]{5,}\.[\w-]+(?:\.[\w-]*)?/g, instead: "[token]" },
  { pattern: /\b(Bearer|Basic|Negotiate)\s+[\w.~+/=-]+/gi, instead: "$1 [token]" },
  { pattern: /:\/\/[^\s:/@]*:[^\s@/]+@/g, instead: "://[secret]@" },
  {
    pattern:
      /((?:pass(?:word|phrase|wd)?|secret|token|api[-_]?key|cookie|session|otp|authorization|csrf)["']?\s*[=:]\s*)(?:"[^"]*"|'[^']*'|[^\s,;}"']+)/gi,
    instead: "$1[secret]",
  },
  { pattern: /(code["']?\s*[=:]\s*["']?)\d{4,8}\b/gi, instead: "$1[secret]" },
  {
    pattern:
      /[\p{L}\p{M}\p{N}._%+-]+@(?![\d*]+\.(?:service|timer|slice|target)\b)[\p{L}\p{M}\p{N}.-]+\.\p{L}{2,}/gu,
    instead: "[email]",
  },
  { pattern: /(?<![\w.])(?:\+?91[\s-]?|0)?[6-9]\d{4}[\s-]?\d{5}(?![\w.])/g, instead: "[mobile]" },
  { pattern: /(?<![\w.])\d{4}[\s-]\d{4}[\s-]\d{4}(?![\w.])/g, instead: "[number]" },
  { pattern: /(?<![\w.-])[2-9]\d{11}(?![\w.-])/g, instead: "[number]" },
  { pattern: /\b[A-Z]{5}\d{4}[A-Z]\b/g, instead: "[number]" },
  { pattern: /\b[A-Z2-7]{16,}\b/g, instead: "[token]" },
  {
    pattern: /(?<![\w/+-])(?=[\w/+-]*\d)(?=[\w/+-]*[A-Za-z])[\w/+-]{32,}={0,2}(?![\w/+-])/g,
    instead: "[token]",
  },
];

/** Digits as Hindi writes them count like the others. */
const devanagariZero = 0x0966;

/** Makes a redactor for everything that is known to stay here. */
export function makeRedactor({ secrets, names }: Known): (text: string) => string {
  const words = secrets
    .filter((secret) => secret.length >= 4)
    .flatMap((secret) => [
      ...new Set([secret, encodeURIComponent(secret), JSON.stringify(secret).slice(1, -1)]),
    ])
    .toSorted((one, other) => other.length - one.length);
  const withoutNames = nameRedactor(names);
  return (text) => {
    const known = words.reduce(
      (rest, secret) => rest.replaceAll(secret, "[secret]"),
      latinDigits(text),
    );
    return withoutNames(
      patterns.reduce((rest, { pattern, instead }) => rest.replace(pattern, instead), known),
    );
  };
}

function latinDigits(text: string): string {
  return text.replace(/[\u0966-\u096f]/g, (digit) => String(digit.charCodeAt(0) - devanagariZero));
}

/** A full stop after a name, a dot within a login or an underline in a file's name are no part of a word. */
const word = /[\p{L}\p{M}\p{N}]+/gu;

interface Word {
  readonly said: string;
  readonly start: number;
  readonly end: number;
}

interface Name {
  readonly words: readonly string[];
  /** What joins its words, as in a login or a code; where blanks do, anything may. */
  readonly joints: readonly string[];
  /** Too short to be a name where it is joined to other words: a login `web` is no part of `secretariat-web`. */
  readonly standsAlone: boolean;
}

/** Finds each name by its first word, so that a hundred thousand names cost no more than one. */
function nameRedactor(names: readonly string[]): (text: string) => string {
  const byFirst = new Map<string, Name[]>();
  for (const name of names.flatMap((whole) => [whole, ...longParts(whole)])) {
    const read = readName(name);
    const [first] = read.words;
    if (first !== undefined && name.trim().length >= 3) {
      byFirst.set(first, [...(byFirst.get(first) ?? []), read]);
    }
  }
  return byFirst.size === 0 ? (text) => text : (text) => withoutNames(text, byFirst);
}

function withoutNames(text: string, byFirst: ReadonlyMap<string, readonly Name[]>): string {
  const found = wordsIn(text);
  const pieces: string[] = [];
  let copied = 0;
  for (let at = 0; at < found.length; at += 1) {
    const length = longestName({ text, found, at }, byFirst.get(found[at]?.said ?? ""));
    const [first, last] = [found[at], found[at + length - 1]];
    if (length > 0 && first && last) {
      pieces.push(text.slice(copied, first.start), "[name]");
      copied = last.end;
      at += length - 1;
    }
  }
  return pieces.length === 0 ? text : [...pieces, text.slice(copied)].join("");
}

interface Place {
  readonly text: string;
  readonly found: readonly Word[];
  readonly at: number;
}

function longestName(place: Place, names: readonly Name[] | undefined): number {
  const fitting = (names ?? []).filter((name) => stands(name, place));
  return Math.max(0, ...fitting.map(({ words }) => words.length));
}

function stands({ words, joints, standsAlone }: Name, { text, found, at }: Place): boolean {
  const isHere = words.every((said, offset) => found[at + offset]?.said === said);
  const areJoined = (): boolean =>
    joints.every((joint, offset) => joint === "" || joint === between(text, found, at + offset));
  const isJoinedOn = (): boolean =>
    [at - 1, at + words.length - 1].some((one) => isJoint(between(text, found, one)));
  return isHere && areJoined() && !(standsAlone && isJoinedOn());
}

/** What stands between a word and the next. */
function between(text: string, found: readonly Word[], at: number): string {
  const [one, next] = [found[at], found[at + 1]];
  return one && next ? text.slice(one.end, next.start) : "";
}

const isJoint = (gap: string): boolean => /^[._-]+$/.test(gap);

function readName(name: string): Name {
  const found = wordsIn(name);
  const gaps = found.slice(1).map((_, at) => between(name, found, at));
  const letters = found.map(({ said }) => said).join("");
  return {
    words: found.map(({ said }) => said),
    joints: gaps.map((gap) => (isJoint(gap) ? gap : "")),
    standsAlone: letters.length < 5 || !/\p{L}/u.test(letters),
  };
}

/** A surname alone names a person too; short parts are words of their own in too many sentences. */
function longParts(name: string): readonly string[] {
  return name.split(/\s+/).filter((part) => part.length >= 5);
}

function wordsIn(text: string): Word[] {
  return [...text.matchAll(word)].map(({ 0: said, index }) => ({
    said: said.toLowerCase(),
    start: index,
    end: index + said.length,
  }));
}
