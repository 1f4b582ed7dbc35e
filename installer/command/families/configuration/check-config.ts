import { z } from "zod";
import { siteFrom } from "../../../install/keep-site.ts";
import { places } from "../../../places.ts";
import { words } from "../../../words.ts";
import { exit } from "../../exit-codes.ts";
import { option } from "../../option.ts";
import { verb } from "../../verb.ts";

const options = z.object({
  config: option(z.string().default(places.site), {
    hi: "site.yml कहाँ है",
    en: "Where site.yml lies",
  }),
});

export const checkConfig = verb({
  path: ["check-config"],
  words: {
    hi: "site.yml की जाँच करें; कुछ नहीं बदलता",
    en: "Check site.yml; changes nothing",
  },
  options,
  async run(call) {
    const site = await siteFrom(call.options.config, call.language);
    call.say(right, { path: call.options.config });
    call.answer({ site });
    return exit.ok;
  },
});

const right = words({ hi: "{path} ठीक है।", en: "{path} is right." });
