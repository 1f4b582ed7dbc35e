import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { renderFigures } from "../../backups/figures/render.ts";
import type { BackupPlaces } from "../../backups/places.ts";
import { sayNoSecond } from "../../installer/command/families/backup/no-second.ts";
import { degradations } from "../../installer/install/degradations.ts";
import { inLanguage, type Gaps, type Words } from "../../installer/words.ts";
import { scenePlaces } from "../backups/scene.ts";

describe("A second host that is named but whose address was never brought", () => {
  let folder: string;
  let places: BackupPlaces;
  const nothing = { staleLocks: 0, failures: 0 };
  const said = (here: BackupPlaces): string => {
    const lines: string[] = [];
    const warn = (line: Words | string, gaps?: Gaps): void =>
      void lines.push(typeof line === "string" ? line : inLanguage(line, "en", gaps));
    sayNoSecond({ warn }, here);
    return lines.join("\n");
  };

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "awaited-"));
    const second = { addressFile: join(folder, "address"), authority: join(folder, "authority") };
    places = { ...scenePlaces(folder), second };
    mkdirSync(places.state, { recursive: true });
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it("is told by its figure, so that its alert can miss the others", async () => {
    expect(await renderFigures(places, nothing)).to.match(/^secretariat_backup_second_named 1$/m);
    const none = await renderFigures(scenePlaces(folder), nothing);
    expect(none).to.match(/^secretariat_backup_second_named 0$/m);
  });

  it("is told by the status and the end of the installation, with what mends it", () => {
    const [found, ...others] = degradations(true, places.second);
    expect(others).to.deep.equal([]);
    expect(found?.reason.en).to.include("the second host that site.yml names");
    expect(found?.next.en).to.include(join(folder, "address")).and.include("reconfigure");
    expect(found?.next.hi).to.include(join(folder, "address")).and.include("reconfigure");
    expect(degradations(false, places.second)).to.have.length(2);
  });

  it("is told by a backup, which says otherwise where none is named", () => {
    expect(said(places)).to.include(join(folder, "address"));
    expect(said(scenePlaces(folder))).to.match(/^There is no second host \(backups\.second/);
  });

  it("is told no more once the address is here", () => {
    writeFileSync(join(folder, "address"), "rest:https://office:x@backup.example:8443/office/");
    expect(degradations(true, places.second)).to.deep.equal([]);
  });
});
