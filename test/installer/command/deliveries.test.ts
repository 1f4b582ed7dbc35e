import { expect } from "chai";
import { makeCall } from "../../../installer/command/call.ts";
import { exit } from "../../../installer/command/exit-codes.ts";
import { parkedIn, tellParked } from "../../../installer/command/families/deliveries/list.ts";
import { tellRetried } from "../../../installer/command/families/deliveries/retry.ts";

const since = "2026-11-22T04:30:00.000Z";
const known = { job: "notices.tell", count: 3, since, isKnown: true };
const strange = { job: "of.another", count: 1, since, isKnown: false };

describe("The command about work that was given up", () => {
  const callIn = (language: "hi" | "en") => {
    const said: string[] = [];
    const output = { write: (line: string) => void said.push(line), warn: () => undefined };
    return { ...makeCall({ options: {}, positionals: [], language, json: false }, output), said };
  };

  it("lists it by name in the time of India, and says what nothing here does", () => {
    const english = callIn("en");
    tellParked(english.call, parkedIn({ parked: [known, strange] }));
    expect(english.said[0]).to.equal("  notices.tell: 3, since 22.11.2026 10:00");
    expect(english.said[1]).to.contain("nothing in this release does it");
    const hindi = callIn("hi");
    tellParked(hindi.call, []);
    expect(hindi.said).to.deep.equal(["रुका हुआ कोई काम नहीं है।"]);
  });

  it("ends with 0 where something is tried anew and with 3 where there is nothing", () => {
    const { call, facts, said } = callIn("en");
    expect(tellRetried(call, { retried: 3, parked: [strange] })).to.equal(exit.ok);
    expect(facts()).to.deep.equal({ retried: 3, parked: [strange] });
    expect(said.join("\n")).to.match(/^3 are tried anew.*\n {2}of\.another/);
    for (const language of ["hi", "en"] as const) {
      const idle = callIn(language);
      expect(tellRetried(idle.call, { retried: 0, parked: [] })).to.equal(exit.nothingToDo);
      expect(idle.said).to.have.length(1);
    }
  });
});
