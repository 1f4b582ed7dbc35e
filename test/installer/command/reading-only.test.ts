import { expect } from "chai";
import { whyReadingOnly } from "../../../installer/command/families/state/reading-only.ts";

const off = "secretariat_read_only 0\n";
const on = "# TYPE secretariat_read_only gauge\nsecretariat_read_only 1\n";

describe("The status of an office that is open for reading only", () => {
  it("says since when and why, in both languages", async () => {
    const readOnly = {
      since: "2026-11-22T04:00:00.000Z",
      reasonHi: "समीक्षा पूरी होने तक।",
      reasonEn: "Until the review is over.",
    };
    expect(await whyReadingOnly([off, on], async () => ({ readOnly }))).to.deep.equal({
      hi: "केवल पढ़ने के लिए खुला है, 22.11.2026 09:30:00 से: समीक्षा पूरी होने तक।",
      en: "Open for reading only since 22.11.2026 09:30:00: Until the review is over.",
    });
  });

  it("asks the program only where its figures say so, and goes on without its answer", async () => {
    const silent = () => Promise.reject(new Error("the database is away"));
    expect(await whyReadingOnly([off, ""], silent)).to.equal(undefined);
    expect((await whyReadingOnly([on], silent))?.en).to.match(/since \?: no reason was given\.$/);
  });
});
