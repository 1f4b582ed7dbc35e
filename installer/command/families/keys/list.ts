import { z } from "zod";
import { words } from "../../../words.ts";
import { askProduct } from "../../ask-product.ts";
import { verb } from "../../verb.ts";
import { longEnough, tellKeys } from "./tell-keys.ts";

export const keysList = verb({
  path: ["keys", "list"],
  words: words({
    hi: "दस्तावेज़ों और निजी मानों की कुंजियाँ, और केवल किससे क्या खुलता है",
    en: "The keys of documents and private values, and what opens with each alone",
  }),
  options: z.object({}),
  needsRoot: true,
  run: async (call) => tellKeys(call, await askProduct("keys", ["list"], longEnough)),
});
