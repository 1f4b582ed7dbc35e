import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { copyKeys } from "../../backups/drill/application.ts";

describe("The keys of a restored copy", () => {
  it("are those of the office, without its head and without whom it asks at sign-in", async () => {
    const [from, to] = ["from", "to"].map((name) => mkdtempSync(join(tmpdir(), `keys-${name}-`)));
    for (const name of ["document.key", "head.json", "directory.json", "providers.json"]) {
      writeFileSync(join(from ?? "", name), "{}");
    }
    mkdirSync(join(from ?? "", "old"));
    await copyKeys(from ?? "", to ?? "");
    expect(readdirSync(to ?? "")).to.deep.equal(["document.key"]);
    for (const folder of [from, to]) {
      rmSync(folder ?? "", { recursive: true });
    }
  });
});
