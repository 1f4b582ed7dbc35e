import { inIndia } from "../../../../backups/restore/moment.ts";
import { filled, words, type Words } from "../../../words.ts";
import { askProduct } from "../../ask-product.ts";

/** As the product answers `read-only status`; the moment is not known where the database's server itself only reads. */
interface Told {
  readonly isReadOnly?: boolean;
  readonly readOnly?: {
    readonly since: string | null;
    readonly reasonHi: string;
    readonly reasonEn: string;
  };
}

/** Since when and why people can only read; undefined where they can work. The program is asked where its figures say so. */
export async function whyReadingOnly(
  figures: readonly string[],
  ask: () => Promise<Told> = () => askProduct("read-only", ["status"], 30),
): Promise<Words | undefined> {
  if (!figures.some((text) => /^secretariat_read_only(?:\{[^}]*\})? 1$/m.test(text))) {
    return undefined;
  }
  const { readOnly } = await ask().catch((): Told => ({}));
  const reason = { hi: readOnly?.reasonHi || unknown.hi, en: readOnly?.reasonEn || unknown.en };
  const since = readOnly?.since ? inIndia(new Date(readOnly.since)) : "?";
  return filled(readingOnly, { since, reason });
}

const readingOnly = words({
  hi: "केवल पढ़ने के लिए खुला है, {since} से: {reason}",
  en: "Open for reading only since {since}: {reason}",
});
const unknown = words({ hi: "कारण दर्ज नहीं है।", en: "no reason was given." });
