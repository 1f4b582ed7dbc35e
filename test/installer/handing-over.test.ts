import { expect } from "chai";
import { asTyped } from "../../installer/secrets/run-role.ts";

describe("What is handed over to the product", () => {
  it("keeps its dollars, which systemd would fill in", () => {
    expect(asTyped("order of $500 by ${HOME}")).to.equal("order of $$500 by $${HOME}");
  });
});
