import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { writeManifest } from "../../backups/manifest/manifests.ts";
import { noteElsewhere, setsElsewhere } from "../../backups/restore/elsewhere-note.ts";
import { scenePlaces } from "./scene.ts";

describe("Sets that came from the second host", () => {
  it("are remembered as sets whose documents never lay in the store of this one", async () => {
    const folder = mkdtempSync(join(tmpdir(), "elsewhere-"));
    const places = scenePlaces(folder);
    mkdirSync(places.credentials, { mode: 0o700 });
    writeFileSync(join(places.credentials, "documents-passphrase"), "known", { mode: 0o600 });
    expect(await setsElsewhere(places)).to.deep.equal([]);
    await writeManifest(places, {
      version: 1,
      name: "set-20261122T040000Z",
      at: "2026-11-22T04:00:00.000Z",
      label: "20261122-040000F",
      versions: { product: "0.1.0", schema: "0026", postgres: "15.18", system: "77" },
      rows: { events: 1 },
      seals: 1,
      head: null,
      keys: [],
      documents: { snapshot: "30ab", files: 1, bytes: 1 },
      configuration: null,
      files: {},
    });
    await noteElsewhere(places);
    expect(await setsElsewhere(places)).to.deep.equal(["set-20261122T040000Z"]);
    rmSync(folder, { recursive: true });
  });
});
