import { z } from "zod";
import { formatNumber, nameOf, t, type FormState } from "../base/index.ts";
import { searchPosts } from "../organisation/index.ts";
import type { LookupOption } from "../ui/index.ts";
import { deskLabel, describeDesks, type Desk } from "./desks.ts";

/** Posts that fit these words, as somebody sees them who is about to send. */
export async function findDesks(words: string): Promise<Desk[]> {
  const found = words === "" ? [] : await searchPosts(words, 12);
  return describeDesks(found.map(({ id }) => id));
}

/** One desk as a lookup offers it. */
export function lookupOption(desk: Desk): LookupOption {
  const warning = warningOf(desk);
  return {
    id: desk.id,
    label: deskLabel(desk),
    detail: t("{unit} · {count} on the desk", {
      unit: nameOf(desk.unit),
      count: formatNumber(desk.waiting),
    }),
    ...(warning === undefined ? {} : { warning }),
  };
}

/** What one should know before sending there. */
export function warningOf(desk: Desk): string | undefined {
  if (desk.acting) {
    return desk.holder
      ? t("{holder} is away; {acting} acts.", {
          holder: nameOf(desk.holder),
          acting: nameOf(desk.acting),
        })
      : undefined;
  }
  return desk.holder ? undefined : t("Vacant: it will wait there.");
}

/** What a lookup of a shown-again form offers: what stands chosen, and what was searched without script. */
export async function offeredDesks(form: FormState, field: string): Promise<Desk[]> {
  const chosen = [form.values[field] ?? []].flat().filter((one) => isId(one));
  const searched = form.values["_find"] === field ? form.values[`_text_${field}`] : undefined;
  const found = typeof searched === "string" ? await findDesks(searched.trim()) : [];
  return [...(await describeDesks(chosen)), ...found];
}

function isId(given: unknown): given is string {
  return z.uuid().safeParse(given).success;
}
