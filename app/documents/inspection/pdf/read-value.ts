/**
 * Reads values as PDF writes them. It is stricter than viewers where that costs nothing and looser where they are:
 * names are unescaped, comments are white space, and what stands where no key may stand is stepped over token by
 * token. Where viewers read on beyond a broken place and this reader would end, the file is refused.
 */
import { refuseIf, Unfit } from "../finding.ts";

export class Name {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

export interface Reference {
  readonly number: number;
}

export type Value =
  Name | Buffer | Reference | Dictionary | readonly Value[] | number | Word | undefined;
export type Dictionary = ReadonlyMap<string, Value>;

/** `true`, `null`, `endobj`, `R` and anything else that is bare. */
export class Word {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

const deepest = 100;
const white = new Set([0, 9, 10, 12, 13, 32]);
const delimiters = new Set(Buffer.from("()<>[]{}/%"));

export class Reader {
  readonly #bytes: Buffer;
  at: number;

  constructor(bytes: Buffer, at = 0) {
    this.#bytes = bytes;
    this.at = at;
  }

  get ended(): boolean {
    this.#skip();
    return this.at >= this.#bytes.length;
  }

  /** Whether this bare word stands next; the place stays at its beginning. */
  isNext(word: string): boolean {
    this.#skip();
    return this.#bytes.toString("latin1", this.at, this.at + word.length) === word;
  }

  /** The next value; a bare word where there is none. */
  value(depth = 0): Value {
    if (depth > deepest) {
      throw new Unfit("bomb");
    }
    this.#skip();
    const [first, second] = [this.#bytes[this.at], this.#bytes[this.at + 1]];
    switch (first) {
      case undefined:
        return undefined;
      case 0x2f:
        return this.#name();
      case 0x28:
        return this.#string();
      case 0x5b:
        return this.#list(depth);
      case 0x3c:
        return second === 0x3c ? this.#dictionary(depth) : this.#hexadecimal();
      default:
        return this.#bare();
    }
  }

  #skip(): void {
    for (; this.at < this.#bytes.length; this.at += 1) {
      const byte = this.#bytes[this.at] ?? 0;
      if (byte === 0x25) {
        this.#skipComment();
      } else if (!white.has(byte)) {
        return;
      }
    }
  }

  #skipComment(): void {
    while (this.at < this.#bytes.length && ![10, 13].includes(this.#bytes[this.at] ?? 10)) {
      this.at += 1;
    }
  }

  #regular(): string {
    const from = this.at;
    for (; this.at < this.#bytes.length; this.at += 1) {
      const byte = this.#bytes[this.at] ?? 0;
      if (white.has(byte) || delimiters.has(byte)) {
        break;
      }
    }
    return this.#bytes.toString("latin1", from, this.at);
  }

  #name(): Name {
    this.at += 1;
    const raw = this.#regular();
    return new Name(
      raw.replace(/#([\da-f]{2})/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16))),
    );
  }

  #bare(): Value {
    const text = this.#regular();
    if (text === "") {
      this.at += 1; // a delimiter out of place
      return new Word(this.#bytes.toString("latin1", this.at - 1, this.at));
    }
    if (!/^[+-]*[\d.]+$/.test(text)) {
      return new Word(text);
    }
    return this.#reference(Number(text)) ?? Number(text);
  }

  #reference(number: number): Reference | undefined {
    const ahead = this.#bytes.toString("latin1", this.at, this.at + 24);
    const rest = /^[\s\0]+\d+[\s\0]+R(?![\w#])/.exec(ahead);
    if (!rest || !Number.isInteger(number)) {
      return undefined;
    }
    this.at += rest[0].length;
    return { number };
  }

  #string(): Buffer {
    const from = this.at + 1;
    let open = 0;
    for (; this.at < this.#bytes.length; this.at += 1) {
      const byte = this.#bytes[this.at];
      if (byte === 0x5c) {
        this.at += 1;
      } else if (byte === 0x28) {
        open += 1;
      } else if (byte === 0x29) {
        open -= 1;
        if (open === 0) {
          this.at += 1;
          break;
        }
      }
    }
    return unescaped(this.#bytes.toString("latin1", from, this.at - 1));
  }

  #hexadecimal(): Buffer {
    const end = this.#bytes.indexOf(0x3e, this.at);
    const upTo = end < 0 ? this.#bytes.length : end;
    const digits = this.#bytes.toString("latin1", this.at + 1, upTo).replace(/[^\da-f]/gi, "");
    this.at = upTo + 1;
    return Buffer.from(digits.length % 2 === 0 ? digits : `${digits}0`, "hex");
  }

  #list(depth: number): Value[] {
    this.at += 1;
    const members: Value[] = [];
    for (;;) {
      const member = this.value(depth + 1);
      if (member === undefined || endsWith(member, "]")) {
        return members;
      }
      refuseIf(isEndOfObject(member), "damaged");
      members.push(member);
    }
  }

  #dictionary(depth: number): Dictionary {
    this.at += 2;
    const entries = new Map<string, Value>();
    while (!this.isNext(">>") && !this.ended) {
      const key = this.#key(depth);
      refuseIf(key instanceof Name && this.isNext(">>"), "damaged");
      const value = key instanceof Name ? this.value(depth + 1) : key;
      refuseIf(isEndOfObject(value), "damaged");
      // What is out of place or stands twice is not out of sight.
      const name = key instanceof Name ? key.text : "";
      entries.set(name === "" || entries.has(name) ? `${name}\0${entries.size}` : name, value);
    }
    this.at += 2;
    return entries;
  }

  /** A list where a key should stand opens nothing: viewers find keys in it. */
  #key(depth: number): Value {
    this.#skip();
    return this.#bytes[this.at] === 0x5b ? this.#bare() : this.value(depth + 1);
  }
}

function endsWith(value: Value, text: string): boolean {
  return value instanceof Word && value.text === text;
}

function isEndOfObject(value: Value): boolean {
  return value instanceof Word && ["endobj", "stream", "endstream", "obj"].includes(value.text);
}

const controls: Readonly<Record<string, string>> = { n: "\n", r: "\r", t: "\t", b: "\b", f: "\f" };

function unescaped(raw: string): Buffer {
  const text = raw.replace(/\\([0-7]{1,3}|\r\n|[^])/g, (_, code: string) => {
    if (/^[0-7]/.test(code)) {
      return String.fromCharCode(parseInt(code, 8) & 0xff);
    }
    return controls[code] ?? (/[\r\n]/.test(code) ? "" : code);
  });
  return Buffer.from(text, "latin1");
}
