import { z } from "zod";
import { words } from "../../../words.ts";
import { askProduct } from "../../ask-product.ts";
import { verb } from "../../verb.ts";
import { longEnough, tellKeys } from "./tell-keys.ts";

export const keysResume = verb({
  path: ["keys", "resume"],
  words: words({
    hi: "बीच में रुका कुंजी-परिवर्तन पूरा करना",
    en: "Go on with a change of keys that was broken off",
  }),
  options: z.object({}),
  needsRoot: true,
  run: async (call) => tellKeys(call, await askProduct("keys", ["resume"], longEnough)),
});
