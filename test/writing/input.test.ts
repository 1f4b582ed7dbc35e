import { expect } from "chai";
import { translations } from "../../app/base/words.ts";
import { FilledWrittenInput, WrittenInput } from "../../app/writing/index.ts";
import { aText, paragraph } from "./texts.ts";

describe("The written text of a form", () => {
  const text = aText(paragraph("अनुमोदित।"));

  it("comes as an object, as its JSON or as plain words", () => {
    for (const sent of [text, JSON.stringify(text), "अनुमोदित।"]) {
      expect(WrittenInput.parse(sent).plainText).to.equal("अनुमोदित।");
    }
  });

  it("is refused in words that stand in both languages", () => {
    const unfit = ['{"type":"doc","content":[', aText({ type: "image" }), "x".repeat(300_000), 7];
    for (const sent of unfit) {
      const { error } = WrittenInput.safeParse(sent);
      expect(
        translations().has(error?.issues[0]?.message ?? ""),
        JSON.stringify(sent).slice(0, 40),
      ).to.equal(true);
    }
  });

  it("may be empty while it is a draft, and not when it must say something", () => {
    expect(WrittenInput.safeParse("").success).to.equal(true);
    expect(WrittenInput.safeParse(undefined).success).to.equal(true);
    expect(FilledWrittenInput.safeParse(undefined).success).to.equal(false);
    expect(FilledWrittenInput.safeParse(" ").error?.issues[0]?.message).to.equal(
      "Write the text first.",
    );
  });

  it("keeps words that only begin like JSON", () => {
    expect(WrittenInput.parse("{क} और {ख}").plainText).to.equal("{क} और {ख}");
  });
});
