import { expect } from "chai";
import { availableParallelism } from "node:os";
import { setTimeout as pause } from "node:timers/promises";
import { inTurn } from "../../app/documents/inspection/in-turn.ts";

describe("Looking into files in turn", () => {
  it("does all, however they end, and no more at once than the machine has room for", async () => {
    let [now, most] = [0, 0];
    const outcomes = await Promise.allSettled(
      Array.from({ length: 50 }, (_, index) =>
        inTurn(async () => {
          now += 1;
          most = Math.max(most, now);
          await pause(2);
          now -= 1;
          if (index % 3 === 0) {
            throw new Error("damaged");
          }
          return index;
        }),
      ),
    );
    expect(outcomes.filter(({ status }) => status === "fulfilled")).to.have.length(33);
    expect(most).to.equal(Math.max(2, availableParallelism()));
  });
});
