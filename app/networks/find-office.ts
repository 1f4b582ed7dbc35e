import { invalid, row } from "../base/index.ts";

/** The office of this code, null where none is given; refuses a code that no office has. */
export async function findOffice(field: string, code: string | undefined): Promise<string | null> {
  if (code === undefined) {
    return null;
  }
  const unit = await row<{ id: string }>(
    "select id from units where lower(code) = lower($code) and closed_on is null",
    { code },
  );
  if (!unit) {
    throw invalid(field, "No office has the code {code}.", { code });
  }
  return unit.id;
}
