import { makeLetter } from "./make-letter.ts";
import type { Paper } from "./paper.ts";

/** So many letters are in the works at once: one is drawn while another is being scanned. */
const hands = 3;

/** Makes all the letters and hands each over as soon as it is ready, in no certain order. */
export async function makeLetters<Letter extends Paper>(
  papers: Iterable<Letter>,
  take: (paper: Letter, bytes: Buffer) => Promise<void>,
): Promise<void> {
  const left = [...papers];
  const work = async () => {
    for (let paper = left.shift(); paper; paper = left.shift()) {
      await take(paper, await makeLetter(paper));
    }
  };
  await Promise.all(Array.from({ length: hands }, work));
}
