import { isMarked, row, rows } from "../base/index.ts";
import { genesis, leafOf, linkAfter } from "./chain.ts";
import { isCheckpointGenuine, type Checkpoint } from "./checkpoint.ts";
import { readKeptHead } from "./kept-head.ts";
import { contentOf, filledByDatabase, sourceNames, type Source } from "./sources.ts";

/** One row that is not as it was written, in words an auditor can follow up. */
export interface Finding {
  readonly fault:
    "altered" | "deleted" | "inserted" | "seal-altered" | "seal-deleted" | "cut-short";
  readonly source: string;
  readonly rowId: string;
  readonly sequence: number | null;
}

export interface Verification {
  readonly sealed: number;
  readonly waiting: number;
  readonly findings: readonly Finding[];
}

interface Sealed {
  readonly sequence: number;
  readonly source: Source;
  readonly rowId: string;
  readonly leaf: Buffer;
  readonly chain: Buffer;
  readonly content: string | null;
  readonly checkpoint: { chain: string; at: string; signature: string } | null;
}

const batch = 5_000;
const enough = 100;

/** Walks the whole chain from its first seal and then looks for rows that no seal covers. */
export async function verifyRecord(): Promise<Verification> {
  const kept = readKeptHead();
  const findings: Finding[] = [];
  let sequence = 0;
  let chain: Buffer = genesis;
  for (;;) {
    const sealed = await readSealed(sequence);
    for (const seal of sealed) {
      findings.push(...judge(seal, { sequence, chain }, witnessesOf(seal, kept)));
      ({ sequence, chain } = seal);
    }
    if (sealed.length < batch || findings.length >= enough) {
      break;
    }
  }
  findings.push(...(await cutShort(sequence, kept)));
  const unsealed = await judgeUnsealed();
  return {
    sealed: sequence,
    waiting: unsealed.waiting,
    findings: [...findings, ...unsealed.findings],
  };
}

/** What one seal tells about its row, about itself and about the seal before it. */
function judge(
  seal: Sealed,
  before: { sequence: number; chain: Buffer },
  witnesses: readonly Checkpoint[],
): Finding[] {
  const found = (fault: Finding["fault"]): Finding => ({ fault, ...seal });
  if (seal.sequence !== before.sequence + 1) {
    return [{ ...found("seal-deleted"), sequence: before.sequence + 1 }];
  }
  if (seal.content === null) {
    return [found("deleted")];
  }
  if (!leafOf(seal.source, seal.content).equals(seal.leaf)) {
    return [found("altered")];
  }
  const isLinked = linkAfter(before.chain, seal.leaf).equals(seal.chain);
  const isWitnessed = witnesses.every((checkpoint) => isCheckpointGenuine(checkpoint, seal.chain));
  return [
    ...(isAuthentic(seal.source, seal.content) ? [] : [found("inserted")]),
    ...(isLinked && isWitnessed ? [] : [found("seal-altered")]),
  ];
}

/** The signed checkpoints that tell of this seal: the database's and the one kept outside it. */
function witnessesOf({ sequence, checkpoint }: Sealed, kept: Checkpoint | undefined): Checkpoint[] {
  return [
    ...(checkpoint
      ? [
          {
            sequence,
            chain: Buffer.from(checkpoint.chain.slice(2), "hex"),
            at: new Date(checkpoint.at),
            signature: checkpoint.signature,
          },
        ]
      : []),
    ...(kept?.sequence === sequence ? [kept] : []),
  ];
}

/** A signed checkpoint beyond the last seal means that the end of the record was cut off. */
async function cutShort(last: number, kept: Checkpoint | undefined): Promise<Finding[]> {
  const beyond = await row<{ sequence: number }>(
    "select sequence from checkpoints where sequence > $last order by sequence limit 1",
    { last },
  );
  const isKeptBeyond = kept !== undefined && kept.sequence > last;
  const missing = beyond?.sequence ?? (isKeptBeyond ? kept.sequence : undefined);
  return missing === undefined
    ? []
    : [{ fault: "cut-short", source: "seals", rowId: "", sequence: missing }];
}

/** Rows written since the last seal wait for theirs; rows older than it were slipped in behind. */
async function judgeUnsealed(): Promise<{ waiting: number; findings: Finding[] }> {
  const found = await rows<{ source: Source; rowId: string; content: string; isBehind: boolean }>(
    findUnsealed,
  );
  const findings = found
    .filter(({ source, content, isBehind }) => isBehind || !isAuthentic(source, content))
    .map(({ source, rowId }) => ({ fault: "inserted" as const, source, rowId, sequence: null }));
  return { waiting: found.length - findings.length, findings };
}

function isAuthentic(source: Source, content: string): boolean {
  const values = JSON.parse(content) as Record<string, unknown>;
  const written = Object.entries(values).filter(([column]) => !filledByDatabase.includes(column));
  return isMarked(source, Object.fromEntries(written), String(values["mark"]));
}

function readSealed(after: number): Promise<Sealed[]> {
  return rows<Sealed>(findSealed, { after, batch });
}

const findSealed = `
  select s.sequence, s.source, s.row_id as "rowId", s.leaf, s.chain,
    case s.source ${sourceNames
      .map(
        (source) =>
          `when '${source}' then (select ${contentOf(source)} from ${source} r where r.id = s.row_id)`,
      )
      .join("\n      ")} end as content,
    (select json_build_object('chain', c.chain, 'at', c.at, 'signature', c.signature)
      from checkpoints c where c.sequence = s.sequence) as checkpoint
  from seals s where s.sequence > $after order by s.sequence limit $batch`;

const findUnsealed = sourceNames
  .map(
    (source) => `
  select '${source}' as source, r.id as "rowId", ${contentOf(source)} as content,
    r.xid < coalesce((select xid from seals order by sequence desc limit 1), '0'::xid8) as "isBehind"
  from ${source} r
  where not exists (select from seals s where s.source = '${source}' and s.row_id = r.id)`,
  )
  .join("\n  union all\n");

/** The number of the last seal, for pages that say how far the record is sealed. */
export async function lastSeal(): Promise<number> {
  const last = await row<{ sequence: number }>(
    "select sequence from seals order by sequence desc limit 1",
  );
  return last?.sequence ?? 0;
}
