import { parseArgs } from "node:util";
import {
  announce,
  beginReadOnly,
  endReadOnly,
  isReadOnly,
  listParked,
  readServiceState,
  retryParked,
  serviceState,
  withdrawAnnouncement,
} from "./base/index.ts";
import "./modules.ts";

type Say = (text: string) => void;

const usualReason = {
  hi: "अनुरक्षण पूरा होने पर काम फिर चालू होगा।",
  en: "Work goes on when maintenance is over.",
};

/** `read-only on [--reason-hi … --reason-en …] | off | status`: one line of JSON about how things stand now. */
export async function readOnlyCommand(given: readonly string[], say: Say): Promise<boolean> {
  const { values, positionals } = parseArgs({
    args: [...given],
    allowPositionals: true,
    options: {
      "reason-hi": { type: "string", default: usualReason.hi },
      "reason-en": { type: "string", default: usualReason.en },
    },
  });
  const [verb = "status"] = positionals;
  const verbs: Readonly<Record<string, () => Promise<void>>> = {
    on: () => beginReadOnly({ reasonHi: values["reason-hi"], reasonEn: values["reason-en"] }),
    off: endReadOnly,
    status: readServiceState,
  };
  return perform(verbs[verb], say, () => ({ isReadOnly: isReadOnly(), ...serviceState() }));
}

/** `announce add --hi … --en … [--from ISO] --until ISO | list | withdraw <id>`: one line of JSON. */
export async function announceCommand(given: readonly string[], say: Say): Promise<boolean> {
  const { values, positionals } = parseArgs({
    args: [...given],
    allowPositionals: true,
    options: {
      hi: { type: "string", default: "" },
      en: { type: "string", default: "" },
      from: { type: "string" },
      until: { type: "string", default: "" },
    },
  });
  const [verb = "list", id = ""] = positionals;
  const verbs: Readonly<Record<string, () => Promise<unknown>>> = {
    add: () =>
      announce({
        wordsHi: values.hi,
        wordsEn: values.en,
        fromAt: values.from === undefined ? new Date() : momentOf(values.from),
        untilAt: momentOf(values.until),
      }),
    list: readServiceState,
    withdraw: () => withdrawAnnouncement(id),
  };
  return perform(verbs[verb], say, () => ({ announcements: serviceState().announcements }));
}

/** `list | retry [job]`: one line of JSON about what is given up now, and how many are tried anew. */
export async function deliveriesCommand(given: readonly string[], say: Say): Promise<boolean> {
  const [verb = "list", job] = given;
  if (verb !== "list" && verb !== "retry") {
    return false;
  }
  const retried = verb === "retry" ? await retryParked(job) : 0;
  say(`${JSON.stringify({ retried, parked: await listParked() })}\n`);
  return true;
}

async function perform(
  work: (() => Promise<unknown>) | undefined,
  say: Say,
  standing: () => object,
): Promise<boolean> {
  if (!work) {
    return false;
  }
  await work();
  say(`${JSON.stringify(standing())}\n`);
  return true;
}

/** With its zone, as in 2026-12-01T21:00+05:30: a machine's own zone is nobody's guess. */
function momentOf(text: string): Date {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:\d\d)$/.test(text)) {
    throw new Error(`Write a moment with its zone, such as 2026-12-01T21:00+05:30, not "${text}"`);
  }
  return new Date(text);
}
