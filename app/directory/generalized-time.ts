/** The day of a generalized time such as `20311130000000Z`, as yyyy-mm-dd; the hour does not shift it. */
export function dayOf(text: string | null): string | null {
  const [, year, month, day] =
    /^(\d{4})(\d{2})(\d{2})(?:\d{2,6}(?:[.,]\d+)?(?:Z|[+-]\d{4})?)?$/.exec(text ?? "") ?? [];
  const found = `${year}-${month}-${day}`;
  return year !== undefined && isDay(found) ? found : null;
}

/** The moment of a generalized time in UTC. */
export function timeOf(text: string): Date | null {
  const [, year, month, day, hour, minute, second] =
    /^(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})(?:[.,]\d+)?Z$/.exec(text) ?? [];
  const moment = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  return Number.isNaN(moment.getTime()) ? null : moment;
}

function isDay(text: string): boolean {
  const moment = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(text);
}
