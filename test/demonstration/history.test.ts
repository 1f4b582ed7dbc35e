import { createHash } from "node:crypto";
import { expect } from "chai";
import { isMovement, type HistoryPlan, type Step } from "../../app/demonstration/index.ts";
import { wrongSteps } from "./wrong-steps.ts";
import { aYear, end } from "./year.ts";

const { office, plan } = aYear("test");

function hash(history: HistoryPlan): string {
  const parts = [...history.receipts, ...history.files, ...history.drafts, history.steps];
  return createHash("sha256").update(JSON.stringify(parts)).digest("hex");
}

describe("The demonstration's history", () => {
  it("is the same for the same seed and end", () => {
    expect(hash(aYear("test").plan)).to.equal(hash(plan));
    expect(hash(aYear("other").plan)).to.not.equal(hash(plan));
  });

  for (const until of ["2026-11-21T10:00:00Z", "2026-08-03T05:00:00Z", "2027-02-10T12:00:00Z"]) {
    it(`has 400 receipts, 250 files and 3,000 movements when it ends on ${until}`, () => {
      const year = aYear(`year ${until}`, new Date(until)).plan;
      const done = (kind: Step["kind"]) => year.steps.filter((step) => step.kind === kind).length;
      expect([done("diarise"), done("createFile")]).to.deep.equal([400, 250]);
      expect([year.receipts.size, year.files.size]).to.deep.equal([400, 250]);
      expect(year.steps.filter(isMovement).length).to.be.within(3000, 4200);
      expect(wrongSteps(year.steps)).to.deep.equal([]);
    });
  }

  it("is told in order of time, in office hours, and ends when it ends", () => {
    const times = plan.steps.map(({ at }) => at.getTime());
    expect(times).to.deep.equal(times.toSorted((one, other) => one - other));
    expect(times.at(-1)).to.be.at.most(end.getTime());
    const holidays = new Set(office.holidays.map(({ date }) => date));
    for (const { at } of plan.steps) {
      const minute = at.getUTCHours() * 60 + at.getUTCMinutes() + 330;
      expect(minute, at.toISOString()).to.be.within(600, 1050);
      expect(at.getUTCDay() % 6, at.toISOString()).to.not.equal(0);
      expect(holidays.has(at.toISOString().slice(0, 10))).to.equal(false);
    }
  });

  it("lets only the holder of an item act on it, after opening it", () => {
    expect(wrongSteps(plan.steps)).to.deep.equal([]);
  });

  it("sends nothing to a post that does not exist, nor lets a vacant one act", () => {
    const posts = new Set(office.posts.map(({ key }) => key));
    const held = new Set(office.charges.map(({ post }) => post));
    for (const step of plan.steps) {
      expect(held.has(step.actor), step.actor).to.equal(true);
      if (step.kind === "send") {
        expect([step.to, ...step.copies].every((to) => posts.has(to))).to.equal(true);
      }
    }
  });

  it("keeps one file of eighty notes and four hundred pages", () => {
    const { largeFile, receipts, steps } = plan;
    const notes = steps.filter(({ kind, item }) => kind === "note" && item === largeFile);
    const pages = steps.flatMap((step) =>
      step.kind === "putInFile" && step.file === largeFile
        ? [receipts.get(step.item)?.pages ?? 0]
        : [],
    );
    expect(notes).to.have.length(80);
    expect(pages.reduce((sum, count) => sum + count, 0)).to.equal(400);
    expect(Math.max(...pages)).to.be.above(80);
  });

  it("leaves files in every state, and work on many desks", () => {
    const last = new Map<string, Step>();
    for (const step of plan.steps) {
      if (plan.files.has(step.item) && !["deliver", "undelivered"].includes(step.kind)) {
        last.set(step.item, step);
      }
    }
    const ending = (kind: Step["kind"]) =>
      [...last.values()].filter((step) => step.kind === kind).length;
    expect(ending("close")).to.be.above(60);
    expect(ending("park")).to.be.above(15);
    expect(ending("createFile")).to.be.above(4);
    expect(ending("open") + ending("send")).to.be.above(30);
  });

  it("tells of subjects that differ, and of notes that do", () => {
    const subjects = new Set([...plan.files.values()].map(({ subject }) => subject));
    expect(subjects.size).to.be.above(245);
    const texts = plan.steps.flatMap((step) =>
      step.kind === "note"
        ? step.note.content.flatMap(({ content }) => content.map(({ text }) => text))
        : [],
    );
    expect(new Set(texts).size).to.be.above(300);
    expect(texts.filter((text) => text.includes("{"))).to.deep.equal([]);
  });
});
