import { z } from "zod";
import { words } from "../../../words.ts";
import { askProduct } from "../../ask-product.ts";
import { verb } from "../../verb.ts";
import { longEnough, tellKeys } from "./tell-keys.ts";

export const keysRetire = verb({
  path: ["keys", "retire"],
  words: words({
    hi: "दर्ज करना कि किसी कुंजी की अब आवश्यकता नहीं; आवश्यकता हो तो अस्वीकृत",
    en: "Note that a key is not needed any more; refused while it is",
  }),
  options: z.object({}),
  positionals: [
    {
      name: "ID",
      words: words({
        hi: "कुंजी, जैसा secretariat keys list बताता है",
        en: "The key, as secretariat keys list calls it",
      }),
    },
  ],
  needsRoot: true,
  run: async (call) =>
    tellKeys(call, await askProduct("keys", ["retire", ...call.positionals], longEnough)),
});
