import { text as readAll } from "node:stream/consumers";
import { z } from "zod";
import { makeHost } from "../../../host/index.ts";
import { knownSecret, vault } from "../../../secrets/index.ts";
import { words } from "../../../words.ts";
import { exit } from "../../exit-codes.ts";
import { Halt } from "../../halt.ts";
import { verb } from "../../verb.ts";

/** For what only an administrator knows, such as the password of the directory. It is read from stdin. */
export const secretsSet = verb({
  path: ["secrets", "set"],
  words: {
    hi: "बाहर से मिली गोपनीय कुंजी रखें; मान stdin से पढ़ा जाता है",
    en: "Keep a secret given from outside; its value is read from stdin",
  },
  options: z.object({}),
  positionals: [{ name: "NAME", words: { hi: "कुंजी का नाम", en: "The name of the secret" } }],
  needsRoot: true,
  isExclusive: true,
  async run(call) {
    const [name = ""] = call.positionals;
    if (knownSecret(name)?.make !== undefined || name === "authority-key") {
      throw new Halt(exit.notPermittedHere, madeHere, { name });
    }
    const value = (await readAll(process.stdin)).replace(/\r?\n$/, "");
    if (value === "") {
      throw new Halt(exit.usage, empty);
    }
    const isChanged = await vault.write(makeHost(), name, value);
    call.say(isChanged ? kept : same, { name });
    call.answer({ name, isChanged });
    return exit.ok;
  },
});

const madeHere = words({
  hi: "{name} यहीं बनती है और बाहर से नहीं दी जाती। पासवर्ड बदलने के लिए: secretariat secrets rotate database या redis",
  en: "{name} is made here and never given. To change passwords: secretariat secrets rotate database, or redis",
});
const empty = words({ hi: "stdin पर कोई मान नहीं मिला।", en: "There is no value on stdin." });
const kept = words({
  hi: "{name} रखी गई। लागू करने के लिए: secretariat reconfigure",
  en: "{name} is kept. To put it to use: secretariat reconfigure",
});
const same = words({ hi: "{name} पहले से यही है।", en: "{name} was the same already." });
