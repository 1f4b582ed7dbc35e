import { refuseIf, Unfit, type Facts } from "../finding.ts";
import { sourceOfBytes, type Source } from "../source.ts";
import { judgeOdf, odfFacts } from "./inspect-odf.ts";
import { isXml, judgeOoxml, ooxmlFacts } from "./inspect-ooxml.ts";
import { readArchive, type Part } from "./read-archive.ts";
import { readXml } from "./read-xml.ts";

export const zipMagic = Buffer.from("504b0304", "hex");
const deepest = 2;

/** An archive is taken in only as the office document that it is; documents inside are looked into as well. */
export async function inspectOffice(source: Source, depth = 1): Promise<Facts> {
  refuseIf(depth > deepest, "bomb");
  let facts: Facts | undefined;
  let judge: (part: Part) => void = judgeOoxml;
  let isFirst = true;
  const waiting: Part[] = [];
  for await (const part of readArchive(source)) {
    if (isFirst && part.name === "mimetype") {
      facts = odfFacts(part.bytes.toString("latin1", 0, 200));
      judge = judgeOdf;
    } else if (/^\[content_types\]\.xml$/i.test(part.name) && judge === judgeOoxml) {
      facts = ooxmlFacts(readXml(part.bytes));
    }
    isFirst = false;
    waiting.push(part);
    await judgePart(waiting, { judge, depth });
  }
  if (!facts) {
    throw new Unfit("unknown");
  }
  return facts;
}

async function judgePart(
  waiting: Part[],
  { judge, depth }: { readonly judge: (part: Part) => void; readonly depth: number },
): Promise<void> {
  for (const part of waiting.splice(0)) {
    judge(part);
    await judgeBytes(part, depth);
  }
}

const oldOffice = Buffer.from("d0cf11e0a1b11ae1", "hex");

const strangers = [
  "4d5a",
  "7f454c46",
  "2321",
  "7b5c727466",
  "25504446",
  "52617221",
  "377abcaf",
  "1f8b",
].map((magic) => Buffer.from(magic, "hex"));

/** Whatever its name says: programs, old office files and archives do not belong inside. */
async function judgeBytes({ bytes, name, isWhole }: Part, depth: number): Promise<void> {
  refuseIf(
    strangers.some((magic) => bytes.subarray(0, magic.length).equals(magic)),
    "holds-files",
  );
  refuseIf(bytes.subarray(0, 8).equals(oldOffice), "holds-files");
  if (bytes.subarray(0, 4).equals(zipMagic)) {
    refuseIf(!isWhole, "bomb");
    refuseIf(!/\/embeddings\/|^Object /i.test(name), "holds-files");
    await inspectOffice(sourceOfBytes(bytes), depth + 1);
  }
  refuseIf(isXml({ name, bytes }) && !isWhole, "bomb");
}
