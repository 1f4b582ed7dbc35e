export interface Change {
  /** What was done, or would be, in one line. */
  readonly what: string;
  /** The lines that differ; never those of a secret. */
  readonly diff?: string;
}

/** One run upon this machine: everything that changes it goes through here and is counted. */
export interface Host {
  /** Nothing is changed; what would change is told. */
  readonly isCheck: boolean;
  /** The lines that differ are kept with each change. */
  readonly isDiff: boolean;
  readonly changes: readonly Change[];
  note(change: Change): void;
  /** What every file that was asked for holds now, by its path. Secrets are not among them. */
  readonly written: Map<string, string>;
}

export interface HostOptions {
  readonly check?: boolean;
  readonly diff?: boolean;
}

export function makeHost({ check = false, diff = false }: HostOptions = {}): Host {
  const changes: Change[] = [];
  const note = (change: Change): void => void changes.push(change);
  return { isCheck: check, isDiff: diff, changes, note, written: new Map() };
}
