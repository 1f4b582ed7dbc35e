import { z } from "zod";
import { pendingSteps, takenSteps } from "../../../database/index.ts";
import { places } from "../../../places.ts";
import { words } from "../../../words.ts";
import { exit } from "../../exit-codes.ts";
import { verb } from "../../verb.ts";

const finished = words({
  hi: "डेटाबेस पूरा अद्यतन है: {taken} बदलाव, अंतिम {last}",
  en: "The database is up to date: {taken} steps, the last is {last}",
});
const waiting = words({
  hi: "{count} बदलाव शेष: {names}",
  en: "{count} steps are left: {names}",
});

export const migrationsStatus = verb({
  path: ["migrations", "status"],
  words: { hi: "डेटाबेस के कितने बदलाव शेष हैं", en: "How many steps the database has still to take" },
  options: z.object({}),
  needsRoot: true,
  async run({ say, answer }) {
    const [taken, pending] = await Promise.all([takenSteps(), pendingSteps(places.current)]);
    const last = taken.at(-1) ?? "–";
    answer({ taken: taken.length, last, waiting: pending.length, pending });
    if (pending.length === 0) {
      say(finished, { taken: taken.length, last });
    } else {
      say(waiting, { count: pending.length, names: pending.join(", ") });
    }
    return exit.ok;
  },
});
