import { z } from "zod";
import { record } from "../../../../backups/figures/record.ts";
import { holdSet, liftHold } from "../../../../backups/keep/holds.ts";
import { readManifests } from "../../../../backups/manifest/manifests.ts";
import { readPlaces } from "../../../../backups/places.ts";
import { words } from "../../../words.ts";
import { exit } from "../../exit-codes.ts";
import { option } from "../../option.ts";
import { verb } from "../../verb.ts";

export const backupHold = verb({
  path: ["backup", "hold"],
  words: words({
    hi: "किसी आदेश से बैकअप को हटने से रोकना, या रोक उठाना",
    en: "Keep a backup from expiring because of an order, or lift that",
  }),
  options: z.object({
    order: option(z.string().min(3).max(200), {
      hi: "न्यायालय या शासन के आदेश का क्रमांक और दिनांक",
      en: "Number and date of the order of the court or government",
    }),
    lift: option(z.boolean().default(false), {
      hi: "इस आदेश की रोक उठाएँ",
      en: "Lift what this order holds",
    }),
  }),
  positionals: [
    {
      name: "set",
      words: words({ hi: "सेट का नाम, या all", en: "Name of the set, or all" }),
    },
  ],
  needsRoot: true,
  run: async ({ options: { order, lift }, positionals: [set = ""], say, warn, answer }) => {
    const places = readPlaces();
    const { genuine } = await readManifests(places);
    if (set !== "all" && !genuine.some(({ name }) => name === set)) {
      warn(unknown, { set });
      return exit.usage;
    }
    const isDone = lift ? await liftHold(places.state, set, order) : true;
    if (!lift) {
      await holdSet(places.state, set, order);
    }
    await record(places, {});
    answer({ set, order, isHeld: !lift });
    say(lift ? lifted : held, { set, order });
    return isDone ? exit.ok : exit.nothingToDo;
  },
});

const unknown = words({
  hi: "“{set}” नाम का कोई सेट नहीं है। देखें: secretariat backup list",
  en: "There is no set “{set}”. See: secretariat backup list",
});
const held = words({
  hi: "{set} आदेश {order} के कारण नहीं हटेगा",
  en: "{set} does not expire while the order {order} stands",
});
const lifted = words({
  hi: "{set} पर आदेश {order} की रोक उठ गई",
  en: "The order {order} does not hold {set} any more",
});
