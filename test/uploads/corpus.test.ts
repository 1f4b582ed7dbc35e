import { expect } from "chai";
import { Refusal, rows } from "../../app/base/index.ts";
import { registerDocument } from "../../app/documents/index.ts";
import { Unfit } from "../../app/documents/inspection/finding.ts";
import { lookInto } from "../../app/documents/inspection/look-into.ts";
import { sourceOfBytes } from "../../app/documents/inspection/source.ts";
import { refusalFor } from "../../app/documents/refusals.ts";
import { anOfficer, type AnOfficer } from "../support/builders.ts";
import { startClamd, withScanner, type Scanner } from "../support/clamd.ts";
import { anUpload } from "../support/receipt-builders.ts";
import { unsandboxed } from "../support/sandbox.ts";
import { benignFiles } from "./benign.ts";
import { damagedFiles } from "./damaged.ts";
import { badImages } from "./hostile-images.ts";
import { badOffice } from "./hostile-office.ts";
import { activePdfs, badPdfs } from "./hostile-pdfs.ts";
import { actingTables, badMails, notDocuments } from "./hostile-texts.ts";
import { misreadMails } from "./misread-mails.ts";
import { misreadOffice } from "./misread-office.ts";
import { misreadPdfs } from "./misread-pdfs.ts";
import type { Sample } from "./sample.ts";
import { tiffLaidOver } from "./tiff-laid-over.ts";
import { withVirus } from "./with-virus.ts";

const atOnce = 4;

/** Seeds are fixed: the same files in every run. */
describe("Fifteen hundred hostile files and five hundred of an ordinary day", () => {
  unsandboxed();
  let scanner: Scanner;
  let hostile: readonly Sample[];
  let benign: readonly Sample[];

  before(async function () {
    this.timeout(300_000);
    hostile = hostileFiles();
    benign = await benignFiles();
    scanner = await startClamd();
  });

  after(() => scanner.stop());

  it("lets no hostile file in", async function () {
    this.timeout(600_000);
    const clerk = await anOfficer();
    const outcomes = await withScanner(scanner.address, () => judge(clerk, hostile, false));
    const through = outcomes.filter(({ refusal }) => refusal === undefined);
    expect(through.map(({ name }) => name)).to.deep.equal([]);
    expect(hostile.length).to.be.at.least(1500);
    expect(hostile.filter(({ group }) => group === "active-pdf").length).to.be.at.least(300);
    const wordless = outcomes.filter(
      ({ refusal }) => !refusal?.fields[0]?.words.includes("{name}"),
    );
    expect(wordless.map(({ name }) => name)).to.deep.equal([]);
    const taken = await rows("select from documents where created_by_post_id = $post", {
      post: clerk.postId,
    });
    expect(taken).to.deep.equal([]);
  });

  it("refuses none of an ordinary day", async function () {
    this.timeout(600_000);
    const clerk = await anOfficer();
    const outcomes = await withScanner(scanner.address, () => judge(clerk, benign, true));
    const refused = outcomes.filter(({ refusal }) => refusal !== undefined);
    expect(
      refused.map(({ name, refusal }) => `${name}: ${refusal?.fields[0]?.words}`),
    ).to.deep.equal([]);
    expect(benign.length).to.be.at.least(500);
  });
});

function hostileFiles(): Sample[] {
  return [
    ...activePdfs(),
    ...badPdfs(),
    ...misreadPdfs(),
    ...misreadOffice(),
    ...misreadMails(),
    tiffLaidOver(),
    ...badOffice(),
    ...badImages(),
    ...notDocuments(),
    ...actingTables(),
    ...badMails(),
    ...damagedFiles(),
    ...withVirus(),
  ];
}

interface Outcome {
  readonly name: string;
  readonly refusal: Refusal | undefined;
}

/** Which of those that the inspector judged here also go the whole way; `WHOLE_WAY=1` sends all. */
const oneIn = Number(process.env["WHOLE_WAY"] ?? 8);

/**
 * All are judged by the inspector. Some of them, and all that it lets pass here where they should not, go the whole
 * way as well: stored, looked into in a process of their own, scanned, registered.
 */
async function judge(
  clerk: AnOfficer,
  samples: readonly Sample[],
  good: boolean,
): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  const waiting: Sample[] = [];
  for (const [index, sample] of samples.entries()) {
    const refusal = await refusalHere(sample);
    if (index % oneIn === 0 || (refusal === undefined) !== good) {
      waiting.push(sample);
    } else {
      outcomes.push({ name: `${sample.group}/${sample.name}`, refusal });
    }
  }
  const hand = async (): Promise<void> => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      outcomes.push({ name: `${next.group}/${next.name}`, refusal: await refusalOf(clerk, next) });
    }
  };
  await Promise.all(Array.from({ length: atOnce }, hand));
  return outcomes;
}

async function refusalHere(sample: Sample): Promise<Refusal | undefined> {
  const extension = sample.name.slice(sample.name.lastIndexOf(".") + 1);
  try {
    await lookInto(sourceOfBytes(sample.bytes), extension);
    return undefined;
  } catch (error) {
    if (error instanceof Unfit) {
      return refusalFor({ field: "files", name: sample.name }, error.failure);
    }
    throw error;
  }
}

async function refusalOf(clerk: AnOfficer, { bytes, name }: Sample): Promise<Refusal | undefined> {
  try {
    await registerDocument(clerk, await anUpload(bytes, name));
    return undefined;
  } catch (error) {
    if (error instanceof Refusal) {
      return error;
    }
    throw error;
  }
}
