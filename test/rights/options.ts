export interface Options {
  /** The result as one line of JSON and nothing else on standard output. */
  readonly json: boolean;
  /** Only routes whose name holds this. */
  readonly only: string;
  /** One cell of so many. */
  readonly sample: number;
  readonly parts: readonly Part[];
  /** Which share of the routes this process takes; nothing in the process that shares them out. */
  readonly share: number | undefined;
}

export const allParts = ["http", "sql", "walls", "mutants"] as const;
export type Part = (typeof allParts)[number];

/** `--json`, `--only=POST /drafts`, `--sample=20`, `--parts=http,sql`. */
export function readOptions(args: readonly string[]): Options {
  const valueOf = (name: string) =>
    args.find((arg) => arg.startsWith(`--${name}=`))?.slice(name.length + 3);
  const parts = valueOf("parts")?.split(",");
  return {
    json: args.includes("--json"),
    only: valueOf("only") ?? "",
    sample: Number(valueOf("sample") ?? 1),
    share: valueOf("share") === undefined ? undefined : Number(valueOf("share")),
    parts: parts ? allParts.filter((part) => parts.includes(part)) : allParts,
  };
}
