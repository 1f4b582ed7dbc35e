import { expect } from "chai";
import { blindIndex, defineSealedColumn, openColumn, sealColumn } from "../../app/base/index.ts";

const place = "tried.secret";

describe("A sealed column", () => {
  before(() => defineSealedColumn(place));

  it("opens in its own row of its own column, and nowhere else", () => {
    const sealed = sealColumn(place, "row-1", "९८२६० 9826012345");
    expect(sealed).to.match(/^s1\.\d{4}-[0-9a-f]{12}\.[\w-]+$/);
    expect(openColumn(place, "row-1", sealed)).to.equal("९८२६० 9826012345");
    defineSealedColumn("tried.other");
    for (const [where, row] of [
      [place, "row-2"],
      ["tried.other", "row-1"],
    ] as const) {
      expect(() => openColumn(where, row, sealed)).to.throw("cannot be opened");
    }
  });

  it("looks different each time it is sealed, and holds nothing of the text", () => {
    const several = Array.from({ length: 1000 }, () => sealColumn(place, "row", "9826012345"));
    expect(new Set(several).size).to.equal(1000);
    for (const sealed of several) {
      const body = Buffer.from(sealed.split(".")[2] ?? "", "base64url").toString("latin1");
      expect(body).to.not.contain("9826012345");
    }
  });

  it("does not open when any byte of it was changed, cut off or added", () => {
    const sealed = sealColumn(place, "row", "9826012345");
    const [version = "", id = "", body = ""] = sealed.split(".");
    const bytes = Buffer.from(body, "base64url");
    const broken = [
      ...Array.from(bytes, (byte, index) => {
        const changed = Buffer.from(bytes);
        changed[index] = byte ^ 1;
        return changed;
      }),
      bytes.subarray(0, -1),
      bytes.subarray(0, 20),
      Buffer.alloc(0),
      Buffer.concat([bytes, Buffer.of(0)]),
    ];
    for (const changed of broken) {
      const given = [version, id, changed.toString("base64url")].join(".");
      expect(() => openColumn(place, "row", given)).to.throw("cannot be opened");
    }
    for (const given of ["9826012345", "", `s1.0009-000000000000.${body}`, `s2.${id}.${body}`]) {
      expect(() => openColumn(place, "row", given)).to.throw(place);
    }
  });

  it("is refused where nobody declared it, since a change of keys would miss it", () => {
    expect(() => sealColumn("nobody.knows", "row", "x")).to.throw("defineSealedColumn");
  });

  it("is found by its index however it was written, and by no other", () => {
    expect(blindIndex(place, " A  B ")).to.equal(blindIndex(place, "a b"));
    expect(blindIndex(place, "９८२６")).to.equal(blindIndex(place, "9826"));
    expect(blindIndex(place, "a b")).to.not.equal(blindIndex(place, "ab"));
    expect(blindIndex(place, "a")).to.not.equal(blindIndex("tried.other", "a"));
  });
});
