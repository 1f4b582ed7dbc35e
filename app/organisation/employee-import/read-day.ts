const epochOfSerials = Date.UTC(1899, 11, 30);

/** A day written as dd.mm.yyyy, ISO or a spreadsheet's serial number, as yyyy-mm-dd; else nothing. */
export function readDay(text: string): string | undefined {
  const [, day, month, year] = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})$/.exec(text) ?? [];
  if (day && month && year) {
    return realDay(`${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`);
  }
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) {
    return realDay(text);
  }
  return /^\d{4,5}(\.\d+)?$/.test(text) ? dayOfSerial(Number(text)) : undefined;
}

function realDay(day: string): string | undefined {
  const read = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(read.getTime()) && read.toISOString().startsWith(day) ? day : undefined;
}

function dayOfSerial(serial: number): string {
  return new Date(epochOfSerials + Math.floor(serial) * 86_400_000).toISOString().slice(0, 10);
}
