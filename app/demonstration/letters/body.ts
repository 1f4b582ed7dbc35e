import { fill } from "../both.ts";
import { categoryOf } from "../categories.ts";
import type { Random } from "../random.ts";
import { readTable } from "../read-table.ts";
import { styleOf, type Paper } from "./paper.ts";

const lines = readTable("content/letter-lines", ["use", "language", "text"]);

/** The paragraphs of a letter, from its opening to what it asks for. */
export function bodyOf(random: Random, paper: Paper): string[] {
  if (styleOf(paper) === "court") {
    return orderOf(random, paper);
  }
  const { language, matter } = paper;
  const category = categoryOf(matter.category);
  const facts = fill(category.facts[language], matter.gaps[language]);
  const opening = random.pick(linesFor(paper, `opening-${styleOf(paper)}`));
  const middle = random.shuffle(linesFor(paper, middleOf(paper))).slice(0, random.between(2, 4));
  const gaps = { ...matter.gaps[language], facts };
  const request = category.request[language];
  return [opening, ...middle, request].map((text) => fill(text, gaps));
}

/** To whom else an office sends its letter, numbered. */
export function copiesOf(random: Random, paper: Paper): string[] {
  const copies = random.shuffle(linesFor(paper, "copies")).slice(0, random.between(0, 3));
  return copies.map((text, index) => {
    return `${index + 1}. ${fill(text, paper.matter.gaps[paper.language])}`;
  });
}

/** Offices write of records and inspections, people of hardship. */
function middleOf(paper: Paper): string {
  return styleOf(paper) === "office" ? "middle" : "middle-people";
}

/** An order sheet grows with the pages there are to fill. */
function orderOf(random: Random, paper: Paper): string[] {
  const all = linesFor(paper, "court");
  const rounds = Array.from({ length: Math.max(1, paper.pages - 1) }, () => random.shuffle(all));
  const facts = categoryOf("court").facts[paper.language];
  return [fill(facts, paper.matter.gaps[paper.language]), ...rounds.flat()].map(
    (text, index) => `${index + 1}. ${text}`,
  );
}

function linesFor({ language }: Paper, use: string): string[] {
  return lines
    .filter((line) => line.use === use && line.language === language)
    .map(({ text }) => text);
}
