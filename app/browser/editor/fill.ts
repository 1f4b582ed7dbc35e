/** Fills the `{gaps}` of a sentence. */
export function fill(sentence: string, gaps: Readonly<Record<string, string>>): string {
  return sentence.replace(/\{(\w+)\}/g, (gap, name: string) => gaps[name] ?? gap);
}

const clock = new Intl.DateTimeFormat("en-GB", {
  timeZone: "Asia/Kolkata",
  hour: "2-digit",
  minute: "2-digit",
  hourCycle: "h23",
});
const days = new Intl.DateTimeFormat("en-GB", {
  timeZone: "Asia/Kolkata",
  day: "2-digit",
  month: "2-digit",
  year: "numeric",
});

/** The time of day in IST; with the date when it was not today. */
export function timeOf(moment: string): string {
  const date = new Date(moment);
  const day = days.format(date);
  const time = clock.format(date);
  return day === days.format(new Date()) ? time : `${day.replaceAll("/", ".")} ${time}`;
}
