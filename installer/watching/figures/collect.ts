import { existsSync } from "node:fs";
import { readFile, readdir, realpath } from "node:fs/promises";
import { basename, join } from "node:path";
import { certificateStates, servedFingerprint } from "../../certificates/index.ts";
import { capture } from "../../host/index.ts";
import { places } from "../../places.ts";
import type { Site } from "../../site/index.ts";
import { readFact } from "../facts.ts";
import { changedByHand } from "../written-files.ts";
import { updatesWaiting } from "./updates-waiting.ts";

/** One figure: its name after `secretariat_`, what it says, its values by label. What is not known has no line. */
export interface Figure {
  readonly name: string;
  readonly help: string;
  readonly values: readonly (readonly [labels: string, value: number])[];
}

/** Everything the watch learns from files and from asking, not from a process of its own. */
export async function collectFigures(site: Site, now = new Date()): Promise<readonly Figure[]> {
  return [
    ...(await ofCertificates(site, now)),
    ...(await ofRecord()),
    ...(await ofChanges()),
    ...(await ofMachine()),
    ...(await ofReleases()),
  ];
}

async function ofCertificates(site: Site, now: Date): Promise<readonly Figure[]> {
  const states = certificateStates(places.tls, now);
  const server = states.find(({ file }) => file === "server");
  const served = await servedFingerprint(site.address, { name: site.name });
  return [
    {
      name: "certificate_ends_timestamp_seconds",
      help: "When a certificate in place ends.",
      values: states.map(({ file, until }) => [`file="${file}"`, seconds(new Date(until))]),
    },
    {
      name: "certificate_is_served",
      help: "1 when what is served is what lies in place.",
      values: served && server ? [["", Number(served === server.fingerprint)]] : [],
    },
  ];
}

async function ofRecord(): Promise<readonly Figure[]> {
  const record = await readFact("record");
  return [
    one("record_is_whole", record && Number(record.isWhole), "1 when the chain was found whole."),
    one("record_verified_timestamp_seconds", record && seconds(record.at), "When that was."),
  ];
}

async function ofChanges(): Promise<readonly Figure[]> {
  const [drift, byHand] = [await readFact("drift"), await changedByHand()];
  const programs = await readFact("programs");
  const drifted = [drift?.changes, byHand?.length].filter((count) => count !== undefined);
  const most = drifted.length > 0 ? Math.max(...drifted) : undefined;
  return [
    one("settings_drifted", most, "Parts that are otherwise than site.yml says."),
    one("settings_checked_timestamp_seconds", drift && seconds(drift.at), "When that was found."),
    one("programs_changed", programs?.changes, "Files of packages that are not as installed."),
    one("programs_verified_timestamp_seconds", programs && seconds(programs.at), "When that was."),
  ];
}

const watched = [
  "nginx.service",
  "postgresql@15-secretariat.service",
  "redis-server@secretariat.service",
  "secretariat-backup-database.service",
  "secretariat-backup-documents.service",
  "secretariat-backup-configuration.service",
  "secretariat-verify.service",
  "secretariat-verify-second.service",
  "secretariat-verify-settings.service",
  "secretariat-verify-record.service",
  "secretariat-verify-programs.service",
  "prometheus.service",
  "prometheus-alertmanager.service",
  "secretariat-drill.service",
  "secretariat-certificates.service",
];

async function ofMachine(): Promise<readonly Figure[]> {
  const reboot = existsSync("/run/reboot-required") || existsSync("/var/run/reboot-required");
  const asked = await capture(["systemctl", "is-failed", ...watched]);
  const states = asked.output.trim().split("\n");
  const isTold = states.length === watched.length;
  return [
    one("reboot_needed", Number(reboot), "1 when Debian asks for a restart of the machine."),
    {
      name: "unit_failed",
      help: "1 when a unit has failed.",
      values: isTold
        ? watched.map((unit, at) => [`unit="${unit}"`, Number(states[at] === "failed")])
        : [],
    },
  ];
}

/** A release that lies beside the current one and is newer waits to be applied. */
async function ofReleases(): Promise<readonly Figure[]> {
  const current = await realpath(places.current).catch(() => "");
  const dateOf = async (name: string) => {
    const path = join(places.releases, name, "release.json");
    const text = await readFile(path, "utf8").catch(() => '{"date":""}');
    const { date } = JSON.parse(text) as { date?: unknown };
    return typeof date === "string" ? date : "";
  };
  const present = await dateOf(basename(current));
  const others = await readdir(places.releases).catch(() => []);
  const dates = await Promise.all(others.map(dateOf));
  const isWaiting = current !== "" && dates.some((date) => date > present);
  return [
    one("release_waiting", Number(isWaiting), "1 when a newer release was brought."),
    one("packages_behind", await updatesWaiting(), "Packages of which a newer one was brought."),
  ];
}

function one(name: string, value: number | undefined, help: string): Figure {
  return { name, help, values: value === undefined ? [] : [["", value]] };
}

function seconds(at: Date): number {
  return Math.floor(at.getTime() / 1000);
}
