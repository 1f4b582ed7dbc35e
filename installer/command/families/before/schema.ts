import { z } from "zod";
import { siteJsonSchema } from "../../../site/index.ts";
import { exit } from "../../exit-codes.ts";
import { verb } from "../../verb.ts";

export const schema = verb({
  path: ["schema"],
  words: {
    hi: "site.yml की सभी कुंजियाँ JSON Schema के रूप में छापें",
    en: "Print every key of site.yml as JSON Schema",
  },
  options: z.object({}),
  async run({ say, answer }) {
    const told = siteJsonSchema();
    say(JSON.stringify(told, null, 2));
    answer({ schema: told });
    return exit.ok;
  },
});
