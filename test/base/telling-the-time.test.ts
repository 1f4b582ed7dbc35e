import { expect } from "chai";
import { formatDate, formatDateTime, formatTime, today } from "../../app/base/index.ts";

describe("Dates and times", () => {
  it("are those of India, whose day begins while it is still yesterday in UTC", () => {
    const evening = new Date("2026-11-20T18:29:59Z");
    const midnight = new Date("2026-11-20T18:30:00Z");
    expect(formatDateTime(evening)).to.equal("20.11.2026 23:59");
    expect(formatDateTime(midnight)).to.equal("21.11.2026 00:00");
    expect([today(evening), today(midnight)]).to.deep.equal(["2026-11-20", "2026-11-21"]);
  });

  it("take plain days and what the database writes", () => {
    expect(formatDate("2026-03-01")).to.equal("01.03.2026");
    expect(formatTime("2026-03-01T10:05:00+00:00")).to.equal("15:35");
  });
});
