import { expect } from "chai";
import { v7 as newId } from "uuid";
import type { Transaction } from "sequelize";
import { database, row, type Language, type Route } from "../../app/base/index.ts";
import { useSandbox } from "../../app/base/database.ts";
import { writesLeftOut } from "../../app/base/metrics.ts";
import { setServiceState } from "../../app/base/service/state.ts";
import { presume } from "../../app/base/standpoint.ts";
import { allRoutes } from "../../app/modules.ts";
import { aFurnishedOffice, type Office } from "../journeys/furnished-office.ts";
import { notPages, visitsIn } from "../journeys/page-visits.ts";
import { anOfficer, type AnOfficer } from "../support/builders.ts";
import { migrateOnce } from "../support/sandbox.ts";
import { programOf, visitAs, visitAsStranger, type Shown } from "../support/visit.ts";

const reads = allRoutes.filter(({ method }) => method === "GET");
const writes = allRoutes.filter(({ method }) => method !== "GET");

/** Coming in, going out, and choosing how to read: what they write besides sessions is left out. */
const open = [
  "POST /sign-in",
  "POST /sign-out",
  "POST /language",
  "POST /acting",
  "POST /second-factor",
  "POST /confirm-it-is-me",
  "POST /single-sign-on/:provider/back-channel-logout",
];

const banner =
  /The office is open for reading only: everything can be read.* Until the review is over\./;

describe("An office open for reading only", function () {
  this.timeout(180_000);
  let outer: Transaction;
  let office: Office;
  let everything: AnOfficer;
  let program: Awaited<ReturnType<typeof programOf>>;

  before(async () => {
    await migrateOnce();
    presume("test");
    outer = await database().transaction();
    useSandbox(outer);
    office = await aFurnishedOffice();
    everything = await anOfficer({ roles: ["administrator", "registry", "dealing-hand"] });
    program = await programOf(everything);
    setServiceState({
      readOnly: {
        since: new Date(),
        reasonHi: "जाँच पूरी होने तक।",
        reasonEn: "Until the review is over.",
      },
      announcements: [],
    });
  });
  after(async () => {
    setServiceState({ readOnly: undefined, announcements: [] });
    useSandbox(undefined);
    await outer.rollback();
  });

  /** Whatever a visit would break stays within it. */
  async function apart<T>(work: () => Promise<T>): Promise<T> {
    const inner = await database().transaction({ transaction: outer });
    useSandbox(inner);
    try {
      return await work();
    } finally {
      useSandbox(outer);
      await inner.rollback();
    }
  }

  const show = (visitor: AnOfficer | undefined, address: string, language: Language = "en") =>
    apart(async () =>
      visitor ? (await visitAs(visitor, language)).get(address) : visitAsStranger(address),
    );

  it("names what stays open, and nothing else does", () => {
    const named = writes.filter(({ whileReadOnly }) => whileReadOnly).map(nameOf);
    expect(named.toSorted()).to.deep.equal(open.toSorted());
  });

  for (const { path } of reads.filter((route) => !notPages.includes(route.path))) {
    it(`GET ${path} is shown, and says so`, async () => {
      const [visitor, address] = visitsIn(office)[path] ?? [undefined, path];
      const shown = await show(visitor, address);
      expect(shown.status, shown.text.slice(0, 300)).to.equal(200);
      if (visitor) {
        expect(shown.$(".banner").text()).to.match(banner);
      }
    });
  }

  for (const { path } of reads.filter((route) => notPages.includes(route.path))) {
    it(`GET ${path} answers as ever`, async () => {
      const shown = await show(everything, filled(path));
      expect(shown.status, shown.text.slice(0, 300)).to.be.below(500);
    });
  }

  it("gives documents out", async () => {
    const found = await apart(() =>
      row<{ id: string }>("select id from documents where created_by_post_id = $post limit 1", {
        post: office.registry.postId,
      }),
    );
    const shown = await show(office.registry, `/documents/${found?.id}`);
    expect(shown.status, shown.text.slice(0, 300)).to.equal(200);
  });

  for (const route of writes.filter((one) => !open.includes(nameOf(one)))) {
    it(`${nameOf(route)} is refused`, async () => {
      const told = await apart(() => askProgram(route));
      expect(told.status, told.text.slice(0, 300)).to.be.oneOf([403, 503]);
      if (told.status === 503) {
        expect(told.json()).to.include({ type: "urn:secretariat:read-only" });
        expect(told.headers.get("retry-after")).to.equal("60");
      } else {
        expect(route.allow === "everyone" || !route.allow(everything)).to.equal(true);
      }
    });
  }

  function askProgram({ method, path }: Route): Promise<Shown> {
    const send = {
      POST: program.post,
      PUT: program.put,
      PATCH: program.patch,
      DELETE: program.remove,
    };
    return method === "GET" ? program.get(path) : send[method](filled(path), {});
  }

  it("says in Hindi, too, that nothing was changed, and shows the form as it was filled in", async () => {
    const refused = await apart(async () => {
      const browser = await visitAs(office.hand, "hi");
      return browser.post(`/items/${office.fileId}/movements`, {
        toPostId: office.section.postId,
        remarks: "कृपया शीघ्र देखें",
        actionAsked: "action",
      });
    });
    expect(refused.status).to.equal(503);
    expect(refused.headers.get("retry-after")).to.equal("60");
    expect(refused.text).to.contain("कुछ भी बदला नहीं गया").and.to.contain("कृपया शीघ्र देखें");
    expect(refused.$(".banner").text()).to.contain("जाँच पूरी होने तक।");
  });

  it("keeps what was typed where a step has no form of its own, to be sent again", async () => {
    const refused = await apart(async () => {
      const browser = await visitAs(office.hand);
      return browser.post("/folders", { name: "Assembly questions" });
    });
    expect(refused.status).to.equal(503);
    expect(refused.text).to.contain("Assembly questions");
  });

  it("counts what reading would have noted", async () => {
    const before = (await writesLeftOut.get()).values[0]?.value ?? 0;
    await show(office.hand, `/items/${office.sentReceiptId}`);
    await show(office.section, `/files/${office.fileId}`);
    await show(office.hand, `/receipts/${office.sentReceiptId}`);
    expect((await writesLeftOut.get()).values[0]?.value ?? 0).to.be.above(before);
    const found = await apart(() =>
      row<{ opened: number }>(
        "select count(*) as opened from items where id = $id and opened_at is not null",
        { id: office.sentReceiptId },
      ),
    );
    expect(found?.opened).to.equal(0);
  });
});

function nameOf({ method, path }: Route): string {
  return `${method} ${path}`;
}

function filled(path: string): string {
  return path.replace(/:\w+/g, () => newId());
}
