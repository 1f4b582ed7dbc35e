import { randomInt } from "node:crypto";
import { readFile, stat, writeFile } from "node:fs/promises";
import { expect } from "chai";
import { createStanza } from "../../../backups/engine/pgbackrest.ts";
import { splitEscrow } from "../../../backups/escrow/split.ts";
import { backUpSet } from "../../../backups/keep/back-up-set.ts";
import { readRepositories } from "../../../backups/verify/read-repositories.ts";
import type { BackupPlaces } from "../../../backups/places.ts";
import { damage, filesBelow } from "./support/damage.ts";
import { openOffice, type Office } from "./support/office.ts";

const flips = 50;

describe("A byte that changes in a repository", function () {
  this.timeout(900_000);
  let office: Office;

  before(async () => {
    office = await openOffice("flips");
    await office.grow(12);
    await createStanza(office.places);
    await splitEscrow(office.places, { recipients: [], shares: 5, threshold: 3 });
    await backUpSet(office.places, { product: "0.1.0" });
    await office.grow(2);
    await backUpSet(office.places, { product: "0.1.0" });
    await office.stop(); // so that nothing is written meanwhile
  });
  after(() => office.close());

  it(`is found, ${flips} times of ${flips}, wherever it lies`, async () => {
    expect((await readRepositories(office.places)).faults).to.deep.equal([]);
    const missed: string[] = [];
    const started = performance.now();
    for (const path of await chosenFiles(office.places)) {
      const whole = await readFile(path);
      const { mode } = await stat(path);
      const at = await damage(path);
      if ((await readRepositories(office.places)).isWhole) {
        missed.push(`${path} at ${at}`);
      }
      await writeFile(path, whole, { mode });
    }
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    process.stdout.write(`        ${flips} flips, ${missed.length} missed, ${seconds} s\n`);
    expect(missed).to.deep.equal([]);
    expect((await readRepositories(office.places)).faults).to.deep.equal([]);
  });
});

/** Half by chance among all bytes, half by chance among all files: small ones matter as much. */
async function chosenFiles({ folder }: BackupPlaces): Promise<string[]> {
  const judged = ["database", "store", "configuration", "manifests"];
  const lists = await Promise.all(judged.map((part) => filesBelow(`${folder}/${part}`)));
  const files = lists.flat().filter((path) => !path.includes("/locks/"));
  const sizes = await Promise.all(files.map(async (path) => (await stat(path)).size));
  const filled = files.filter((_, index) => (sizes[index] ?? 0) > 0);
  const total = sizes.reduce((sum, size) => sum + size, 0);
  const bySize = Array.from({ length: flips / 2 }, () => {
    let place = randomInt(total);
    return files.find((_, index) => (place -= sizes[index] ?? 0) < 0) ?? "";
  });
  const byFile = Array.from({ length: flips / 2 }, () => filled[randomInt(filled.length)] ?? "");
  return [...bySize, ...byFile];
}
