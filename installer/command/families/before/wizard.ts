import { existsSync } from "node:fs";
import { createInterface, type Interface } from "node:readline";
import { z } from "zod";
import { places } from "../../../places.ts";
import { askQuestions } from "../../../wizard/ask-questions.ts";
import { writeSite } from "../../../wizard/write-site.ts";
import { words } from "../../../words.ts";
import { exit } from "../../exit-codes.ts";
import { Halt } from "../../halt.ts";
import { option } from "../../option.ts";
import { verb } from "../../verb.ts";

const existing = words({
  hi: "{path} पहले से है और बदली नहीं जाएगी। दूसरा नाम दें: --config",
  en: "{path} exists and is left as it is. Give another name: --config",
});
const written = words({
  hi: "{path} लिखी गई। अब चलाएँ: ./install preflight --config {path}",
  en: "{path} is written. Now run: ./install preflight --config {path}",
});
const broken = words({
  hi: "उत्तर अधूरे रहे; कुछ नहीं लिखा गया।",
  en: "The answers broke off; nothing was written.",
});

export const wizard = verb({
  path: ["wizard"],
  words: {
    hi: "प्रश्न पूछकर site.yml लिखें; मौजूदा फ़ाइल कभी नहीं बदलती",
    en: "Ask questions and write site.yml; never overwrites one",
  },
  options: z.object({
    config: option(z.string().default(places.site), {
      hi: "site.yml कहाँ लिखें",
      en: "Where to write site.yml",
    }),
  }),
  async run({ options: { config: path }, language, say, warn, answer }) {
    if (existsSync(path)) {
      throw new Halt(exit.notPermittedHere, existing, { path });
    }
    const terminal = createInterface({ input: process.stdin, output: process.stderr });
    const ask = reader(terminal);
    try {
      const answers = await askQuestions({ language, ask, tell: (line) => warn(line) });
      if (!(await writeSite(path, answers))) {
        throw new Halt(exit.notPermittedHere, existing, { path });
      }
    } finally {
      terminal.close();
    }
    say(written, { path });
    answer({ path });
    return exit.ok;
  },
});

/** Lines as they come, also from a pipe that brings all of them at once. */
function reader(terminal: Interface): (prompt: string) => Promise<string> {
  const lines = terminal[Symbol.asyncIterator]();
  return async (prompt) => {
    process.stderr.write(prompt);
    const next = await lines.next();
    if (next.done === true) {
      throw new Halt(exit.failed, broken);
    }
    return next.value;
  };
}
