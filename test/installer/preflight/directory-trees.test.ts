import { expect } from "chai";
import { join } from "node:path";
import { directoryTrees } from "../../../installer/preflight/directory-trees.ts";
import { authorityForSuite } from "../../directory/a-directory.ts";
import { aSlapd, base, type Slapd } from "../../support/slapd.ts";

describe("The trees of a directory, asked before an installation", function () {
  this.timeout(60_000);
  const authority = authorityForSuite();
  let slapd: Slapd;

  before(async () => {
    slapd = await aSlapd({ authority: authority() });
  });
  after(() => slapd.remove());

  it("are told to anybody over TLS that we trust", async () => {
    const trees = await directoryTrees(slapd.ldaps, join(authority().folder, "ca.pem"));
    expect(trees).to.deep.equal([base.replace("ou=people,", "")]);
  });

  it("are not asked for where the certificate is not trusted, or nobody answers", async () => {
    expect(await directoryTrees(slapd.ldaps, "/nonexistent")).to.deep.equal([]);
    const nobody = directoryTrees("ldaps://127.0.0.1:9", join(authority().folder, "ca.pem"));
    expect(await nobody).to.deep.equal([]);
  });
});
