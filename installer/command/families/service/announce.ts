import { z } from "zod";
import { words } from "../../../words.ts";
import { askProduct } from "../../ask-product.ts";
import { exit } from "../../exit-codes.ts";
import { Halt } from "../../halt.ts";
import { option } from "../../option.ts";
import { verb } from "../../verb.ts";

const bothLanguages = words({
  hi: "सूचना दोनों भाषाओं में दें और अंत का समय बताएँ: --hi … --en … --until 2026-12-01T23:00+05:30",
  en: "Give the words in both languages and until when: --hi … --en … --until 2026-12-01T23:00+05:30",
});
const line = words({
  hi: "  {id}  {from} – {until}  {text}",
  en: "  {id}  {from} – {until}  {text}",
});
const none = words({ hi: "कोई सूचना नहीं है।", en: "Nothing is announced." });

const moment = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:\d\d)$/);

const Announcement = z.looseObject({
  id: z.string(),
  wordsHi: z.string().default(""),
  wordsEn: z.string().default(""),
  fromAt: z.string().default(""),
  untilAt: z.string().default(""),
});

export const announce = verb({
  path: ["announce"],
  words: {
    hi: "सभी पृष्ठों के ऊपर सूचना दिखाएँ, सूची देखें या हटाएँ",
    en: "Put words on top of every page, list them or withdraw them",
  },
  options: z.object({
    hi: option(z.string().max(300).optional(), { hi: "सूचना हिन्दी में", en: "The words in Hindi" }),
    en: option(z.string().max(300).optional(), { hi: "सूचना अंग्रेज़ी में", en: "The words in English" }),
    from: option(moment.optional(), {
      hi: "कब से, जैसे 2026-12-01T21:00+05:30",
      en: "From when, such as 2026-12-01T21:00+05:30",
    }),
    until: option(moment.optional(), { hi: "कब तक", en: "Until when" }),
    withdraw: option(z.string().optional(), {
      hi: "इस क्रमांक की सूचना हटाएँ",
      en: "Withdraw the one of this id",
    }),
  }),
  needsRoot: true,
  async run({ options, say, answer, language }) {
    const told = await askProduct("announce", wordsFor(options));
    const announcements = z.array(Announcement).parse(told["announcements"] ?? []);
    for (const { id, fromAt, untilAt, wordsHi, wordsEn } of announcements) {
      say(line, { id, from: fromAt, until: untilAt, text: language === "hi" ? wordsHi : wordsEn });
    }
    if (announcements.length === 0) {
      say(none);
    }
    answer({ announcements });
    return exit.ok;
  },
});

interface Given {
  readonly hi?: string | undefined;
  readonly en?: string | undefined;
  readonly from?: string | undefined;
  readonly until?: string | undefined;
  readonly withdraw?: string | undefined;
}

function wordsFor({ hi, en, from, until, withdraw }: Given): readonly string[] {
  if (withdraw !== undefined) {
    return ["withdraw", withdraw];
  }
  if (hi === undefined && en === undefined) {
    return ["list"];
  }
  if (hi === undefined || en === undefined || until === undefined) {
    throw new Halt(exit.usage, bothLanguages);
  }
  const start = from === undefined ? [] : ["--from", from];
  return ["add", "--hi", hi, "--en", en, "--until", until, ...start];
}
