import { z } from "zod";
import type { FormState } from "../base/index.ts";
import { deskLabel, describeDesks } from "../movement/index.ts";
import { searchPosts } from "../organisation/index.ts";
import type { Option } from "../ui/index.ts";

/** What a lookup of posts offers: those chosen, and what was searched for without script. */
export async function offeredPosts(
  form: FormState,
  field: string,
  chosen: readonly string[],
): Promise<Option[]> {
  const typed = [form.values[field] ?? []].flat().filter(isId);
  const searched = form.values["_find"] === field ? form.values[`_text_${field}`] : undefined;
  const found = typeof searched === "string" ? await searchPosts(searched.trim(), 12) : [];
  const ids = [...new Set([...chosen, ...typed, ...found.map(({ id }) => id)])];
  return (await describeDesks(ids)).map((desk) => ({ value: desk.id, label: deskLabel(desk) }));
}

function isId(given: unknown): given is string {
  return z.uuid().safeParse(given).success;
}
