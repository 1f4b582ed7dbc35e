import { expect } from "chai";
import { Gauge, Histogram, Registry } from "prom-client";
import { countIn } from "../../../installer/upgrade/this-host/watch.ts";
import { percentile95 } from "../../../installer/upgrade/verdict.ts";

type Answer = readonly [status: number, took: number, method?: string];

/** What one web process tells, after these answers. */
async function told(answers: readonly Answer[], age: number) {
  const registers = [new Registry()];
  const seconds = new Histogram({
    name: "secretariat_request_seconds",
    help: "As the application names it.",
    labelNames: ["method", "route", "status"],
    buckets: [0.1, 1, 2.5, 5],
    registers,
  });
  const oldest = new Gauge({
    name: "secretariat_oldest_delivery_seconds",
    help: "As the application names it.",
    registers,
  });
  for (const [status, took, method = "GET"] of answers) {
    seconds.observe({ method, route: "/", status }, took);
  }
  oldest.set(age);
  return await registers[0]?.metrics();
}

describe("How a release fares", () => {
  it("is added up from all its processes", async () => {
    const one = await told([...Array(9).fill([200, 0.05]), [502, 3]], 1.5);
    const other = await told(
      [
        [200, 0.5],
        [500, 20],
        [204, 4, "PATCH"],
      ],
      12,
    );
    const figures = countIn(`${one}\n${other}`);
    expect(figures).to.deep.equal({
      requests: 13,
      failures: 2,
      pages: 12,
      within: { "0.1": 9, "1": 10, "2.5": 10, "5": 11 },
      oldestDelivery: 12,
    });
  });

  it("is nothing where no process answers", () => {
    const figures = countIn("\n");
    const none = { requests: 0, failures: 0, pages: 0, within: {}, oldestDelivery: 0 };
    expect(figures).to.deep.equal(none);
    expect(percentile95(figures)).to.equal(0);
  });

  it("is as slow as the bound that 95 of 100 keep", () => {
    const within = { "10": 100, "0.1": 90, "1": 95 };
    const fares = { requests: 0, failures: 0, oldestDelivery: 0, within };
    expect(percentile95({ ...fares, pages: 100 })).to.equal(1);
    expect(percentile95({ ...fares, pages: 104 })).to.equal(10);
    expect(percentile95({ ...fares, pages: 200 })).to.equal(Infinity);
  });
});
