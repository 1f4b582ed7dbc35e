import { askOffice } from "./ask-office.ts";
import type { OfficeFile } from "./schema.ts";
import type { Finding } from "./sign-off.ts";
import { stepWords } from "./smoke/step-words.ts";
import { visit, type Address } from "./smoke/visitor.ts";
import { walk, type StepName, type Trial } from "./smoke/walk.ts";
import { words, type Language } from "../words.ts";

interface Inspection {
  readonly posts: number;
  readonly vacant: number;
  readonly people: number;
  readonly shutOut: number;
  readonly byDirectory: number;
  readonly administrators: number;
  readonly ranges: number;
  readonly letterhead: Readonly<Record<string, string>>;
  readonly numbers: Readonly<Record<string, string>>;
}

interface Begun extends Trial {
  readonly inspection: Inspection;
  /** What earlier trials that broke off left at the trial desk. */
  readonly open: number;
}

export interface AskedToCheck {
  readonly office: OfficeFile;
  readonly language: Language;
  readonly address: Address;
  readonly tell: (finding: Finding) => void;
}

/** Looks at how the office stands, then takes one trial letter from receipt to dispatch. */
export async function checkOffice(asked: AskedToCheck): Promise<readonly Finding[]> {
  const { office, language } = asked;
  const findings: Finding[] = [];
  const tell = (finding: Finding) => {
    findings.push(finding);
    asked.tell(finding);
  };
  const begun = await askOffice<Begun>("begin-trial", { office, language });
  standing(office, begun.inspection).forEach(tell);
  await tryOut({ ...asked, tell }, begun);
  return findings;
}

/** What must be so before anybody comes in. */
export function standing(office: OfficeFile, found: Inspection): readonly Finding[] {
  const held = found.posts - found.vacant;
  return [
    { words: postsHeld, isGood: held > 0, found: `${held} / ${found.posts}` },
    { words: people, isGood: found.people > 0, found: String(found.people) },
    {
      words: wayIn,
      isGood: found.shutOut < found.people,
      found: `${found.people - found.shutOut} / ${found.people}`,
    },
    ...(office.directory ? [inDirectory(found)] : []),
    {
      words: administrator,
      isGood: found.administrators > 0,
      found: String(found.administrators),
    },
    {
      words: ranges,
      isGood: found.ranges >= office.networks.length,
      found: String(found.ranges),
    },
    {
      words: letterhead,
      isGood: (found.letterhead["officeHi"] ?? "") !== "",
      found: found.letterhead["officeHi"] ?? "",
    },
    {
      words: numbers,
      isGood: Object.keys(found.numbers).length > 0,
      found: Object.values(found.numbers).join(" · "),
    },
  ];
}

/** An office whose file says where its people stand there means that they come in by it. */
function inDirectory({ people: all, byDirectory }: Inspection): Finding {
  return { words: byTheDirectory, isGood: byDirectory > 0, found: `${byDirectory} / ${all}` };
}

/** The trial's account is shut again whatever happened on the way. */
async function tryOut(
  { office, language, address, tell }: AskedToCheck,
  trial: Begun,
): Promise<void> {
  const good = (step: StepName, milliseconds: number) =>
    tell({ words: stepWords[step], isGood: true, found: `${milliseconds} ms` });
  try {
    const given = await walk(visit(address), trial, good);
    tell({ words: trialNumbers, isGood: true, found: Object.values(given).join(" · ") });
  } catch (error) {
    tell({ words: trialLetter, isGood: false, found: String(error).slice(0, 200) });
  } finally {
    const { open } = await askOffice<{ open: number }>("end-trial", { office, language });
    leftAt(trial.open, open).forEach(tell);
  }
}

/** What an earlier trial left when it broke off stays for good, and says nothing of this one. */
export function leftAt(before: number, after: number): readonly Finding[] {
  const own = Math.max(after - before, 0);
  return [
    { words: leftOpen, isGood: own === 0, found: String(own) },
    ...(before > 0 ? [{ words: leftBefore, isGood: true, found: String(before) }] : []),
  ];
}

const postsHeld = words({ hi: "भरे हुए पद", en: "Posts that are held" });
const people = words({ hi: "कर्मचारी", en: "People" });
const wayIn = words({ hi: "जिनके पास प्रवेश का साधन है", en: "People with a way in" });
const byTheDirectory = words({
  hi: "निर्देशिका से प्रवेश करने वाले",
  en: "People who come in by the directory",
});
const administrator = words({ hi: "कार्यालय प्रशासक", en: "Administrator of the office" });
const ranges = words({ hi: "नेटवर्क परिधियाँ", en: "Network ranges" });
const letterhead = words({ hi: "पत्र-शीर्ष", en: "Letterhead" });
const numbers = words({ hi: "अगले क्रमांक", en: "Next numbers" });
const trialNumbers = words({ hi: "परीक्षण पत्र के क्रमांक", en: "Numbers of the trial letter" });
const trialLetter = words({ hi: "परीक्षण पत्र", en: "Trial letter" });
const leftOpen = words({ hi: "परीक्षण पटल पर शेष", en: "Left open at the trial desk" });
const leftBefore = words({
  hi: "पहले के अधूरे परीक्षणों का शेष",
  en: "Left there by earlier trials that broke off",
});
