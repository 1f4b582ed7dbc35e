import { open } from "node:fs/promises";
import { dump } from "js-yaml";
import type { Answers } from "./answers.ts";

const head = [
  "# What this site wants. The installer reads this file and never changes it; keep it with your own papers.",
  "# इस साइट की व्यवस्था। स्थापना इसे पढ़ती है, बदलती कभी नहीं।",
  "# All keys: secretariat schema · सभी कुंजियाँ: secretariat schema",
  "",
];

export function siteText(answers: Answers): string {
  return [...head, dump(answers, { lineWidth: 110, noRefs: true })].join("\n");
}

/** Writes site.yml for its owner and group; false where there is one already, which stays as it is. */
export async function writeSite(path: string, answers: Answers): Promise<boolean> {
  const file = await open(path, "wx", 0o640).catch((error: unknown) => {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") {
      return undefined;
    }
    throw error;
  });
  await file?.writeFile(siteText(answers));
  await file?.sync();
  await file?.close();
  return file !== undefined;
}
