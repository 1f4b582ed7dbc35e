import { expect } from "chai";
import { alerts } from "../../installer/watching/alerts/index.ts";
import { standIns } from "./watching/stand-ins.ts";
import { startWatch, type Watch } from "./watching/watch.ts";

/** Each of them is known without a figure: Prometheus asks these processes itself. */
const processes = {
  WorkerDown: ["worker"],
  WebInstanceDown: ["web-1"],
  TargetDown: ["redis"],
  NobodyTries: ["site"],
  AllWebDown: ["web-1", "web-2"],
} as const;

/** What would silence others is caused after them. */
const later = ["DatabaseDown", "AllWebDown"];

/** Told by the clock of Prometheus, which looks back this far: its memory is cut instead of waiting. */
const remembered: Readonly<Record<string, string>> = {
  RequestsFailing: "secretariat_request_seconds_count",
  PagesSlow: "secretariat_request_seconds_bucket",
  StrangersKnock: "secretariat_network_refused_total",
  ProcessesRestarting: "secretariat_process_start_time_seconds",
  SignInFailuresSurge: "secretariat_sign_ins_total",
  WatchDown: "prometheus_rule_evaluation_failures_total",
};

describe("Every alert, with the rules and settings as they ship", function () {
  this.timeout(900_000);
  let watch: Watch;
  const seen: { name: string; fired: number; cleared: number }[] = [];

  before(async () => {
    watch = await startWatch();
  });
  after(() => watch.stop());

  const cause = (names: readonly string[], isThere: boolean): void => {
    for (const name of names) {
      watch.set(name, isThere);
      const gone = name in processes ? processes[name as keyof typeof processes] : [];
      gone.forEach((process) => watch.setProcess(process, !isThere));
    }
  };

  async function fireAndClear(names: readonly string[]): Promise<void> {
    const began = Date.now();
    cause(names, true);
    const fired = await watch.until(names, true);
    cause(names, false);
    const ended = Date.now();
    for (const name of names.filter((one) => one in remembered)) {
      await watch.forget(remembered[name] ?? "");
    }
    const cleared = await watch.until(names, false);
    for (const name of names) {
      seen.push({
        name,
        fired: ((fired.get(name) ?? 0) - began) / 1000,
        cleared: ((cleared.get(name) ?? 0) - ended) / 1000,
      });
    }
  }

  it("has a cause here", () => {
    const known = [...Object.keys(standIns), ...Object.keys(processes), "Watchdog"];
    expect(known).to.have.members(alerts.map(({ name }) => name));
  });

  it("stands for nothing in peace but the watchdog", async () => {
    await watch.until(["Watchdog"], true);
    await watch.until(
      alerts.map(({ name }) => name).filter((name) => name !== "Watchdog"),
      false,
    );
  });

  it("fires through Alertmanager by its cause, and clears without it", async () => {
    const first = alerts
      .map(({ name }) => name)
      .filter((name) => name !== "Watchdog" && !later.includes(name));
    await fireAndClear(first.filter((name) => name !== "WebInstanceDown"));
    await fireAndClear(["WebInstanceDown"]);
    for (const name of later) {
      await fireAndClear([name]);
    }
  });

  it("reaches by mail whoever is to be told, in both languages", async () => {
    cause(["WorkerDown"], true); // until it is told: Alertmanager gathers for half a minute
    await watch.untilMail(/पृष्ठभूमि का काम रुका है \/ The worker is down/);
    cause(["WorkerDown"], false);
  });

  it("misses the watchdog within five minutes of Prometheus' death", async () => {
    await watch.until(["Watchdog"], true);
    const began = Date.now();
    await watch.killPrometheus();
    const gone = await watch.until(["Watchdog"], false);
    const seconds = ((gone.get("Watchdog") ?? 0) - began) / 1000;
    seen.push({ name: "Watchdog", fired: 0, cleared: seconds });
    expect(seconds).to.be.at.most(300);
  });

  it("was seen, each of them", () => {
    expect(seen.map(({ name }) => name)).to.have.members(alerts.map(({ name }) => name));
    for (const { name, fired, cleared } of seen) {
      const time = (seconds: number): string => seconds.toFixed(1).padStart(6);
      process.stdout.write(
        `      ${name.padEnd(22)} fired ${time(fired)} s, cleared ${time(cleared)} s\n`,
      );
    }
  });
});
