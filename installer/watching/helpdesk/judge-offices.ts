import { alertOf, type Alert, type Severity } from "../alerts/index.ts";
import type { Words } from "../../words.ts";
import type { Sight, Standing } from "./ask-prometheus.ts";

/** Unknown is no green: then nobody is watching. */
export type Light = "red" | "amber" | "green" | "unknown";

/** Somebody to be called: what he is called, and his number as people write it. */
export interface Contact {
  readonly names: Words;
  readonly phone: string;
}

/** An office as the helpdesk knows it; see `watchOffices`. */
export interface KnownOffice {
  readonly lgd: string;
  readonly names: Words;
  readonly helpdesk: Contact | null;
  readonly hasLine: boolean;
}

export interface Trouble {
  readonly alert: Alert;
  readonly since: Date;
}

export interface JudgedOffice {
  readonly office: KnownOffice;
  readonly light: Light;
  /** What is felt there, the worst and oldest first. */
  readonly troubles: readonly Trouble[];
}

export interface Judgement {
  readonly light: Light;
  /** What every office feels. */
  readonly shared: readonly Trouble[];
  /** What nobody in an office notices, but an administrator must see to. */
  readonly unseen: readonly Trouble[];
  readonly offices: readonly JudgedOffice[];
}

const urgency: Readonly<Record<Severity, number>> = { red: 2, amber: 1, quiet: 0 };
const weight: Readonly<Record<Light, number>> = { unknown: 3, red: 2, amber: 1, green: 0 };

/** Says of every office how it stands: what is wrong for all, and what is wrong with its own line. */
export function judgeOffices(sight: Sight, offices: readonly KnownOffice[]): Judgement {
  if (!sight.isWatched) {
    const unknown = offices.map((office) => ({ office, light: "unknown" as const, troubles: [] }));
    return { light: "unknown", shared: [], unseen: [], offices: unknown };
  }
  const troubles = sight.alerts.flatMap(troubleOf).toSorted(worstFirst);
  const felt = troubles.filter(({ alert }) => alert.impact !== "none");
  const shared = once(felt.filter(({ office }) => office === undefined));
  const unseen = once(troubles.filter(({ alert }) => alert.impact === "none"));
  const untried = troubles.filter(({ alert }) => alert.name === "NobodyTries");
  const isUntried = (lgd?: string): boolean =>
    untried.some(({ office }) => office === undefined || office === lgd);
  const judged = offices.map((office) => {
    const own = felt.filter((trouble) => trouble.office === office.lgd);
    const all = once([...shared, ...own]).toSorted(worstFirst);
    return { office, light: seen(lightOf(all), isUntried(office.lgd)), troubles: all };
  });
  const known = lightOf([...shared, ...unseen.filter(({ alert }) => alert.severity === "red")]);
  return {
    light: seen(known, isUntried()),
    shared,
    unseen,
    offices: judged.toSorted((one, other) => weight[other.light] - weight[one.light]),
  };
}

type Placed = Trouble & { readonly office: string | undefined };

function troubleOf({ name, office, since }: Standing): readonly Placed[] {
  const alert = alertOf(name);
  return alert === undefined || name === "Watchdog" ? [] : [{ alert, office, since }];
}

/** An alert on several disks or processes is one trouble, since its first. */
function once<One extends Trouble>(troubles: readonly One[]): readonly One[] {
  const first = new Map<string, One>();
  for (const trouble of troubles) {
    const { name } = trouble.alert;
    const known = first.get(name);
    first.set(name, known && known.since <= trouble.since ? known : trouble);
  }
  return [...first.values()];
}

function worstFirst(one: Trouble, other: Trouble): number {
  const bySeverity = urgency[other.alert.severity] - urgency[one.alert.severity];
  return bySeverity || one.since.getTime() - other.since.getTime();
}

/** What nobody tries cannot be well; what is known to be wrong stays so. */
function seen(light: Light, isUntried: boolean): Light {
  return light === "green" && isUntried ? "unknown" : light;
}

function lightOf(troubles: readonly Trouble[]): Light {
  if (troubles.length === 0) {
    return "green";
  }
  return troubles.some(({ alert }) => alert.severity === "red") ? "red" : "amber";
}
