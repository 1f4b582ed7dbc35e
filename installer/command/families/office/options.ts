import { z } from "zod";
import { words } from "../../../words.ts";
import { option } from "../../option.ts";
import type { Positional } from "../../verb.ts";

export const lgd: Positional = {
  name: "LGD",
  words: words({
    hi: "कार्यालय का LGD कोड; उसकी फ़ाइल /etc/secretariat/offices में है",
    en: "LGD code of the office; its file lies in /etc/secretariat/offices",
  }),
};

export const check = option(
  z.boolean().default(false),
  words({
    hi: "कुछ न बदलें; केवल बताएँ कि क्या बदलता",
    en: "Change nothing; say what would change",
  }),
);

export const diff = option(
  z.boolean().default(false),
  words({ hi: "हर बदलाव पहले और बाद में दिखाएँ", en: "Show each change before and after" }),
);
