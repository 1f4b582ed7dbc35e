import { expect } from "chai";
import { client, until } from "./hosts/index.ts";
import type { Host } from "./hosts/index.ts";
import { inOrder } from "./support/in-order.ts";
import { installedHost } from "./support/installed-host.ts";
import { makeReleases } from "./support/releases.ts";
import { officeName } from "./support/site.ts";

/** Fault 58 of the specification: WAL, data, logs and the append-only file of Redis lie on one disk, which is full. */
describe("An office whose disk is full", function () {
  this.timeout(1_200_000);
  inOrder(this);
  let host: Host;

  before(async () => {
    host = await installedHost(await makeReleases(), { diskMegabytes: 1800 });
    await untilServed();
  });
  after(() => host.stop());

  const look = async () => {
    const way = ["--resolve", `${officeName}:443:${host.ip}`, "-k", "-s", "--max-time", "20"];
    const place = await client("vpn");
    const address = `https://${officeName}/sign-in`;
    const { output } = await place.run(["curl", ...way, "-w", "\n%{http_code}", address]);
    return { status: output.slice(-3), text: output };
  };
  const untilServed = (): Promise<true> =>
    until({ what: "the sign-in page", seconds: 240, everyMilliseconds: 500 }, async () =>
      (await look()).status === "200" ? true : undefined,
    );
  const sql = (line: string) =>
    host.run(["psql", "-qAt", "-U", "postgres", "secretariat", "-c", line]);

  it("had ballast laid by, and a row that was written", async () => {
    await host.must("secretariat disk reserve");
    const made = await sql("create table kept (line text); insert into kept values ('before')");
    expect(made.code, made.errors).equal(0);
  });

  it("takes nothing more once the last block is gone", async () => {
    await host.run("cat /dev/zero >/var/filler", { timeoutSeconds: 300 });
    const written = await sql(
      "insert into kept select repeat(md5(n::text), 100) from generate_series(1, 200000) n",
    );
    expect(written.code).not.equal(0);
  });

  it("answers people with a page or with both languages' word that it is away, and doctor names the disk", async () => {
    const { status, text } = await look();
    process.stdout.write(`      sign-in page while full: ${status}\n`);
    expect(status).be.oneOf(["200", "503", "502"]);
    if (status !== "200") {
      expect(text)
        .match(/[ऀ-ॿ]/)
        .and.match(/[a-z]{4}/);
    }
    const found = await host.run("secretariat doctor --language en", { timeoutSeconds: 180 });
    expect(found.code).equal(1);
    expect(found.output).include("PF-007");
  });

  it("comes back with the ballast's room, and has lost nothing", async () => {
    const given = await host.run("secretariat disk reclaim --ballast", { timeoutSeconds: 120 });
    expect(given.code, given.output + given.errors).equal(0);
    await untilServed();
    await until(
      { what: "the database to write", seconds: 120, everyMilliseconds: 1000 },
      async () => ((await sql("insert into kept values ('after')")).code === 0 ? true : undefined),
    );
    expect((await sql("select line from kept order by line")).output).equal("after\nbefore\n");
    await host.must("rm /var/filler");
    // What the clock started meanwhile could not write; run again, it can.
    const list = "systemctl --failed --no-legend --plain | cut -d ' ' -f 1";
    for (const unit of (await host.must(list)).split("\n").filter(Boolean)) {
      await host.must(["systemctl", "start", unit], { timeoutSeconds: 300 });
    }
    expect(await host.must(list)).equal("");
  });
});
