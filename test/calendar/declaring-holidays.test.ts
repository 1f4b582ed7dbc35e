import { expect } from "chai";
import { row } from "../../app/base/index.ts";
import {
  addWorkingDays,
  isWorkingDay,
  listHolidays,
  removeHoliday,
  setHolidays,
} from "../../app/calendar/index.ts";
import { stateCalendar } from "../../app/calendar/policy.ts";
import { anOfficer } from "../support/builders.ts";
import { eventsOf, refusalOf } from "../support/expectations.ts";
import { sandboxed } from "../support/sandbox.ts";
import { visitAs } from "../support/visit.ts";

const holi = { day: "2026-03-04", nameEn: "Holi", nameHi: "होली" };

async function daysBetween(from: string, until: string): Promise<number | undefined> {
  const found = await row<{ days: number }>(
    "select working_days($from::timestamptz, $until::timestamptz) as days",
    { from: `${from}T23:00:00Z`, until: `${until}T10:00:00Z` },
  );
  return found?.days;
}

describe("Holidays", () => {
  sandboxed();

  it("renumber the working days at once, and back again", async () => {
    const administrator = await anOfficer({ roles: ["administrator"] });
    expect(await isWorkingDay(holi.day)).to.equal(true);
    expect(await addWorkingDays("2026-03-03", 1)).to.equal("2026-03-04");
    await setHolidays(administrator, [holi]);
    expect(await isWorkingDay(holi.day)).to.equal(false);
    expect(await addWorkingDays("2026-03-03", 1)).to.equal("2026-03-05");
    await removeHoliday(administrator, holi.day);
    expect(await isWorkingDay(holi.day)).to.equal(true);
    const events = await eventsOf(stateCalendar);
    expect(events).to.deep.equal(["calendar.holidays-set", "calendar.holiday-removed"]);
  });

  it("count from the day it is in Raipur, not in Greenwich", async () => {
    // 23:00 on Sunday in Greenwich is Monday morning in Raipur.
    expect(await daysBetween("2026-03-01", "2026-03-03")).to.equal(1);
  });

  it("leave out weekends, whichever day one starts from", async () => {
    expect(await isWorkingDay("2026-03-07")).to.equal(false);
    expect(await addWorkingDays("2026-03-06", 1)).to.equal("2026-03-09");
    expect(await addWorkingDays("2026-03-07", 1)).to.equal("2026-03-09");
    expect(await addWorkingDays("2026-03-02", 7)).to.equal("2026-03-11");
  });

  it("declared twice only correct the name", async () => {
    const administrator = await anOfficer({ roles: ["administrator"] });
    await setHolidays(administrator, [holi]);
    await setHolidays(administrator, [
      { ...holi, nameEn: "Holi festival", orderNumber: "एफ 1/2026" },
    ]);
    const year = await listHolidays(2026);
    expect(year.filter(({ day }) => day === holi.day)).to.deep.equal([
      { ...holi, nameEn: "Holi festival", orderNumber: "एफ 1/2026" },
    ]);
  });

  it("are declared by administrators only", async () => {
    const clerk = await anOfficer();
    expect(await refusalOf(setHolidays(clerk, [holi]))).to.equal("forbidden");
    expect(await refusalOf(removeHoliday(clerk, holi.day))).to.equal("forbidden");
    const visit = await visitAs(clerk);
    expect((await visit.get("/calendar")).status).to.equal(403);
    expect((await visit.post("/calendar/holidays", holi)).status).to.equal(403);
  });

  it("are written down and taken off on their own page", async () => {
    const visit = await visitAs(await anOfficer({ roles: ["administrator"] }));
    for (const wrong of [{ day: "2050-01-01" }, { day: "" }, { nameHi: "" }]) {
      expect((await visit.post("/calendar/holidays", { ...holi, ...wrong })).status).to.equal(422);
    }
    const done = await visit.post("/calendar/holidays", holi);
    expect(done.location).to.equal("/calendar?year=2026");
    expect((await visit.get("/calendar?year=2026")).text).to.contain("Holi");
    await visit.post(`/calendar/holidays/${holi.day}/removal`);
    expect(await isWorkingDay(holi.day)).to.equal(true);
    expect((await visit.post(`/calendar/holidays/${holi.day}/removal`)).status).to.equal(404);
  });
});
