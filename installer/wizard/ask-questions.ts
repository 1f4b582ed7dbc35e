import { inLanguage, words, type Language } from "../words.ts";
import { answerAt, problemWith, valueOf, withAnswer, type Answers } from "./answers.ts";
import { questions, type Question } from "./questions.ts";

/** Who answers: a person at the terminal, or a test. */
export interface Conversation {
  readonly language: Language;
  ask(prompt: string): Promise<string>;
  tell(line: string): void;
}

/** Asks everything site.yml holds; an answer that the schema refuses is asked for again. */
export async function askQuestions(conversation: Conversation): Promise<Answers> {
  let answers: Answers = {};
  for (const question of questions) {
    const isDue = question.after === undefined || answerAt(answers, question.after) !== undefined;
    answers = isDue ? await settle(question, answers, conversation) : answers;
  }
  return answers;
}

async function settle(question: Question, answers: Answers, with_: Conversation): Promise<Answers> {
  for (;;) {
    const typed = (await with_.ask(promptOf(question, with_.language))).trim();
    const value = valueOf(question, typed || (question.usual ?? ""));
    if (value === undefined && question.isOptional === true) {
      return answers;
    }
    const tried = withAnswer(answers, question.key, value);
    const problem = problemWith(tried, question.key);
    if (!problem) {
      return tried;
    }
    with_.tell(`  ${inLanguage(problem.words, with_.language)}`);
  }
}

const optional = words({ hi: "वैकल्पिक", en: "optional" });

function promptOf({ words: asked, usual, isOptional }: Question, language: Language): string {
  const hint = usual ?? (isOptional === true ? optional[language] : undefined);
  return `${asked[language]}${hint === undefined ? "" : ` [${hint}]`}: `;
}
