import { expect } from "chai";
import fc from "fast-check";
import { isMarked, markOf } from "../../app/base/index.ts";

const anything = fc.dictionary(
  fc.stringMatching(/^[a-z][A-Za-z0-9]{0,8}$/),
  fc.oneof(
    fc.string({ unit: "binary" }).map((text) => text.toWellFormed()),
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    fc.date({ noInvalidDate: true, min: new Date(0), max: new Date("9999-01-01") }),
    fc.jsonValue(),
  ),
);

describe("The mark of a row", () => {
  it("is the same in whatever order the columns are read, and for moments as text", () => {
    fc.assert(
      fc.property(anything, (values) => {
        const read = Object.fromEntries(
          Object.entries(values)
            .toReversed()
            .map(([name, value]) => [name, value instanceof Date ? value : structuredClone(value)]),
        );
        expect(isMarked("events", read, markOf("events", values))).to.equal(true);
      }),
    );
    const at = new Date("2026-11-21T09:40:00.123Z");
    const mark = markOf("events", { signedAt: at, detail: { b: 1, a: [2] } });
    const read = { detail: { a: [2], b: 1 }, signed_at: "2026-11-21T15:10:00.123+05:30" };
    expect(isMarked("events", read, mark)).to.equal(true);
  });

  it("is another for any other table, column or value", () => {
    const row = { id: "1", remarks: "देखें", to: null };
    const mark = markOf("movements", row);
    for (const [table, values] of [
      ["events", row],
      ["movements", { ...row, remarks: "देखे" }],
      ["movements", { ...row, to: "" }],
      ["movements", { ...row, more: null }],
      ["movements", { id: "1", remarks: "देखें" }],
      ["movements", { ...row, id: 1 }],
    ] as const) {
      expect(isMarked(table, values, mark)).to.equal(false);
    }
    expect(isMarked("movements", row, "")).to.equal(false);
    expect(isMarked("movements", row, `${mark} `)).to.equal(false);
  });

  it("judges what is no moment in a column of moments, without falling over it", () => {
    expect(isMarked("events", { at: "infinity" }, markOf("events", { at: new Date() }))).to.equal(
      false,
    );
  });
});
