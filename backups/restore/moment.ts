const indian = /^(\d{2})\.(\d{2})\.(\d{4}) (\d{2}):(\d{2})(?::(\d{2}))?$/;
const universal = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})$/;

/** A moment as people here write it (dd.mm.yyyy hh:mm, Indian time), or with its zone; undefined for anything else. */
export function parseMoment(text: string): Date | undefined {
  const written = text.trim();
  const parts = indian.exec(written);
  const iso = parts
    ? `${parts[3]}-${parts[2]}-${parts[1]}T${parts[4]}:${parts[5]}:${parts[6] ?? "00"}+05:30`
    : written.replace(" ", "T");
  const moment = new Date(parts || universal.test(written) ? iso : "");
  return Number.isNaN(moment.getTime()) || (parts && !isOfMonth(moment, parts[1]))
    ? undefined
    : moment;
}

/** 31.02. would be taken for a day of March. */
function isOfMonth(moment: Date, day: string | undefined): boolean {
  return inIndia(moment).slice(0, 2) === day;
}

/** dd.mm.yyyy hh:mm:ss in Indian time. */
export function inIndia(moment: Date): string {
  const shifted = new Date(moment.getTime() + 19_800_000).toISOString();
  const [date = "", time = ""] = shifted.split("T");
  return `${date.split("-").toReversed().join(".")} ${time.slice(0, 8)}`;
}
