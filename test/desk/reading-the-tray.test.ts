import { expect } from "chai";
import { createFolder, fileItem, openItem, parkItem, sendItem } from "../../app/movement/index.ts";
import { findItem } from "../../app/movement/index.ts";
import { database, execute, now, today } from "../../app/base/index.ts";
import { anItem, anOfficer, type AnOfficer } from "../support/builders.ts";
import { sandboxed } from "../support/sandbox.ts";
import { programOf, visitAs } from "../support/visit.ts";

interface Tray {
  readonly rows: readonly { id: string; number: string; daysHere: number; canPullBack: boolean }[];
  readonly counts: Readonly<Record<string, number>>;
  readonly before?: string;
}

async function trayOf(officer: AnOfficer, query = ""): Promise<Tray> {
  const program = await programOf(officer);
  const shown = await program.get(`/tray${query}`);
  expect(shown.status, shown.text).to.equal(200);
  return shown.json() as Tray;
}

async function numbersOf(officer: AnOfficer, query = ""): Promise<string[]> {
  return (await trayOf(officer, query)).rows.map(({ number }) => number);
}

async function sent(
  from: AnOfficer,
  to: AnOfficer,
  given = {},
): Promise<{ id: string; number: string }> {
  const item = await anItem(from);
  await sendItem(from, { itemId: item.id, toPostId: to.postId, ...given });
  return item;
}

describe("The tray", () => {
  sandboxed();

  it("tells somebody new kindly that it is empty", async () => {
    const visit = await visitAs(await anOfficer());
    const { $, status } = await visit.get("/tray");
    expect(status).to.equal(200);
    expect($(".empty-title").text()).to.equal("Your tray is empty.");
  });

  it("shows what came with its sender, what is asked, and how long it lies", async () => {
    const [clerk, officer] = [await anOfficer({ nameEn: "Anita Sahu" }), await anOfficer()];
    const item = await sent(clerk, officer, { actionAsked: "approval", priority: "immediate" });
    const { $ } = await (await visitAs(officer)).get("/tray");
    const row = $(`[data-item="${item.id}"]`);
    expect(row.hasClass("item-unread")).to.equal(true);
    expect(row.find(".item-whence").text()).to.contain("Anita Sahu").and.contain("For approval");
    expect(row.find(".priority").text()).to.contain("Immediate");
    expect(row.find(".item-stay").text()).to.contain("here 0 d");
  });

  it("speaks Hindi to who reads Hindi", async () => {
    const [clerk, officer] = [await anOfficer(), await anOfficer()];
    await sent(clerk, officer, { actionAsked: "approval" });
    const { $ } = await (await visitAs(officer, "hi")).get("/tray");
    expect($("h1").text()).to.equal("दैनिक डाक");
    expect($(".item-whence").text()).to.contain("रमेश साहू से").and.contain("अनुमोदनार्थ");
  });

  it("keeps what is unread, due today and overdue apart, and counts them", async () => {
    const [clerk, officer] = [await anOfficer(), await anOfficer()];
    const due = await sent(clerk, officer, { dueOn: today(now()) });
    const late = await sent(clerk, officer);
    await execute("update items set due_on = '2020-01-01' where id = $id", { id: late.id });
    await openItem(officer, await findItem(officer, late.id));
    expect(await numbersOf(officer, "?show=unread")).to.deep.equal([due.number]);
    expect(await numbersOf(officer, "?show=due")).to.deep.equal([due.number]);
    expect(await numbersOf(officer, "?show=overdue")).to.deep.equal([late.number]);
    const { counts } = await trayOf(officer);
    expect(counts).to.include({ all: 2, unread: 1, due: 1, overdue: 1 });
  });

  it("shows what was sent until it comes back, and who holds it now", async () => {
    const [clerk, officer] = [await anOfficer(), await anOfficer()];
    const item = await sent(clerk, officer);
    const [row] = (await trayOf(clerk, "?desk=sent")).rows;
    expect(row).to.include({ number: item.number, canPullBack: true });
    await openItem(officer, await findItem(officer, item.id));
    expect((await trayOf(clerk, "?desk=sent")).rows[0]).to.include({ canPullBack: false });
    await sendItem(officer, { itemId: item.id, toPostId: clerk.postId });
    expect(await numbersOf(clerk, "?desk=sent")).to.deep.equal([]);
    expect(await numbersOf(clerk)).to.deep.equal([item.number]);
  });

  it("wakes a parked item on its day", async () => {
    const [clerk, officer] = [await anOfficer(), await anOfficer()];
    const item = await sent(clerk, officer);
    await parkItem(officer, { itemId: item.id, parkedUntil: "2099-01-01" });
    expect(await numbersOf(officer)).to.deep.equal([]);
    expect(await numbersOf(officer, "?desk=parked")).to.deep.equal([item.number]);
    await execute("update items set parked_until = '2020-01-01' where id = $id", { id: item.id });
    expect(await numbersOf(officer, "?show=due")).to.deep.equal([item.number]);
  });

  it("shows copies to those who got them, until they are read", async () => {
    const [clerk, officer, other] = [await anOfficer(), await anOfficer(), await anOfficer()];
    const item = await sent(clerk, officer, { copyPostIds: [other.postId] });
    expect((await trayOf(other)).counts["unreadCopies"]).to.equal(1);
    expect(await numbersOf(other, "?desk=copies&show=unread")).to.deep.equal([item.number]);
    await openItem(other, await findItem(other, item.id));
    expect((await trayOf(other)).counts["unreadCopies"]).to.equal(0);
    expect(await numbersOf(other, "?desk=copies")).to.deep.equal([item.number]);
  });

  it("shows a folder to its own post only", async () => {
    const [clerk, officer] = [await anOfficer(), await anOfficer()];
    const item = await sent(clerk, officer);
    const folderId = await createFolder(officer, "विधानसभा प्रश्न");
    await fileItem(officer, { itemId: item.id, folderId });
    const query = `?desk=folder&folder=${folderId}`;
    expect(await numbersOf(officer, query)).to.deep.equal([item.number]);
    expect(await numbersOf(clerk, query)).to.deep.equal([]);
  });

  it("filters by kind, priority and sender", async () => {
    const [clerk, other, officer] = [await anOfficer(), await anOfficer(), await anOfficer()];
    const item = await sent(clerk, officer, { priority: "top" });
    await sent(other, officer);
    expect(await numbersOf(officer, "?priority=top")).to.deep.equal([item.number]);
    expect(await numbersOf(officer, `?from=${clerk.postId}`)).to.deep.equal([item.number]);
    expect(await numbersOf(officer, "?kind=receipt")).to.deep.equal([]);
  });

  for (const sort of ["arrived", "due", "priority", "number"]) {
    it(`goes through every item once, page by page, ordered by ${sort}`, async () => {
      const officer = await anOfficer();
      await fillDesk(officer, 120);
      const seen: string[] = [];
      let before: string | undefined;
      do {
        const page = await trayOf(
          officer,
          `?sort=${sort}${before === undefined ? "" : `&before=${before}`}`,
        );
        seen.push(...page.rows.map(({ number }) => number));
        before = page.before;
      } while (before !== undefined);
      expect(seen).to.have.length(120);
      expect(new Set(seen)).to.have.property("size", 120);
    });
  }

  it("begins at the top for a cursor that nobody wrote", async () => {
    const officer = await anOfficer();
    await fillDesk(officer, 3);
    expect(await numbersOf(officer, "?before=bm9uc2Vuc2U")).to.have.length(3);
  });

  it("refuses what its address cannot mean", async () => {
    const program = await programOf(await anOfficer());
    for (const query of ["?desk=cellar", "?desk=folder", "?from=me", "?sort=colour", "?page=2"]) {
      expect((await program.get(`/tray${query}`)).status, query).to.equal(422);
    }
  });

  it("takes at most five statements, those that find out who asks included", async () => {
    const officer = await anOfficer();
    await fillDesk(officer, 60);
    const visit = await visitAs(officer);
    let statements = 0;
    database().addHook("beforeQuery", "counting", () => {
      statements += 1;
    });
    await visit.get("/tray");
    database().removeHook("beforeQuery", "counting");
    expect(statements).to.be.at.most(5);
  });
});

/** Items on one desk with whatever dates and priorities, many alike. */
async function fillDesk(officer: AnOfficer, count: number): Promise<void> {
  await execute(
    `insert into items (id, kind, number, subject, unit_id, nature, priority, state, holder_post_id,
       arrived_at, due_on, created_by_post_id, created_at)
     select gen_random_uuid(), 'file', 'N-' || n, 'Subject ' || n, $unit, 'electronic',
       (array['ordinary', 'priority', 'immediate', 'top'])[1 + n % 4], 'moving', $post,
       timestamptz '2026-01-01' + interval '1 minute' * (n / 7),
       case when n % 3 = 0 then date '2026-03-01' + n / 10 end, $post, now()
     from generate_series(1, $count::integer) as n`,
    { unit: officer.unitId, post: officer.postId, count },
  );
}
