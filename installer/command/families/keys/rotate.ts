import { z } from "zod";
import { words } from "../../../words.ts";
import { askProduct } from "../../ask-product.ts";
import { verb } from "../../verb.ts";
import { longEnough, tellKeys } from "./tell-keys.ts";

export const keysRotate = verb({
  path: ["keys", "rotate"],
  words: words({
    hi: "अगली कुंजी बनाना और सब कुछ उसके अधीन लाना; कार्यालय चलता रहता है",
    en: "Make the next key and bring everything under it; the office goes on working",
  }),
  options: z.object({}),
  needsRoot: true,
  async run(call) {
    call.say(begun);
    return tellKeys(call, await askProduct("keys", ["rotate"], longEnough));
  },
});

const begun = words({
  hi: "जितने दस्तावेज़, उतना समय। बीच में रुक जाए तो आगे बढ़ाएँ: secretariat keys resume",
  en: "The more documents, the longer it takes. If it is broken off, go on with: secretariat keys resume",
});
