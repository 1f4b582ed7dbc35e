import { registrar } from "../../base/index.ts";
import { createHead } from "../../files/index.ts";
import { listCategories } from "../categories.ts";

/** Heads of the file index by their code: `10` is a basic head, `10-4` a primary head below it. */
export async function loadHeads(): Promise<ReadonlyMap<string, string>> {
  const ids = new Map<string, string>();
  for (const { head, nameEn, nameHi } of listCategories()) {
    const [basic = "", primary = ""] = head.split("-");
    if (!ids.has(basic)) {
      ids.set(
        basic,
        await createHead(registrar, { level: "basic", code: basic, ...namesOf(basic) }),
      );
    }
    const parentId = ids.get(basic) ?? null;
    if (!ids.has(head)) {
      const made = { level: "primary", code: primary, nameEn, nameHi, parentId } as const;
      ids.set(head, await createHead(registrar, made));
    }
  }
  return ids;
}

/** A basic head is called after all the work that is done under it. */
function namesOf(basic: string) {
  const under = listCategories().filter(({ head }) => head.split("-")[0] === basic);
  return {
    nameEn: under
      .map(({ nameEn }) => nameEn)
      .join(", ")
      .slice(0, 200),
    nameHi: under
      .map(({ nameHi }) => nameHi)
      .join(", ")
      .slice(0, 200),
  };
}
