/** What may be asked of a machine. Nothing here changes it; each check is tested against an invented one. */
export interface Machine {
  readonly architecture: string;
  readonly isRoot: boolean;
  readonly umask: number;
  now(): Date;
  /** The text of a file, undefined where there is none or it may not be read. */
  text(path: string): Promise<string | undefined>;
  entry(path: string): Promise<Entry | undefined>;
  /** The names in a folder, none where there is no such folder. */
  names(folder: string): Promise<readonly string[]>;
  /** Runs a program that only looks; an absent program answers with code 127. */
  ask(command: readonly string[], patienceSeconds?: number): Promise<Answer>;
  /** Room where a path is, or would be. */
  space(path: string): Promise<Space>;
  /** How long the disk takes to keep each of some small writes, in milliseconds; undefined where it cannot be told. */
  syncTimes(path: string): Promise<readonly number[] | undefined>;
  addresses(): readonly string[];
  /** The addresses of a name; none where it is not known. */
  lookUp(name: string): Promise<readonly string[]>;
  namesOf(address: string): Promise<readonly string[]>;
  /** The first line a server says; "" where it waits for us to speak; undefined where nobody answers. */
  greeting(host: string, port: number): Promise<string | undefined>;
  /** SHA-256 of the certificate a server shows, in hex; undefined where there is none. */
  certificateOf(host: string, port: number): Promise<string | undefined>;
  /** How far our clock is ahead of a time server's, in milliseconds; undefined where it does not answer. */
  clockAhead(server: string): Promise<number | undefined>;
  /** What an address answers as JSON; undefined where it does not. */
  json(url: string): Promise<unknown>;
  /** Whether a server speaks TLS with a certificate we trust for its name. */
  trust(host: string, port: number, authorityFile?: string): Promise<Trust>;
  /** The trees a directory serves; none where it does not tell strangers. */
  directoryTrees(url: string, authorityFile: string): Promise<readonly string[]>;
}

export interface Entry {
  readonly kind: "file" | "folder" | "other";
  readonly mode: number;
  readonly owner: number;
  readonly device: number;
  readonly inode: number;
}

export interface Answer {
  readonly code: number;
  readonly output: string;
  readonly errors: string;
}

export interface Space {
  readonly freeBytes: number;
  readonly totalBytes: number;
  readonly freeInodes: number;
  readonly totalInodes: number;
  readonly device: number;
}

export type Trust = "trusted" | "untrusted" | "unreachable";
