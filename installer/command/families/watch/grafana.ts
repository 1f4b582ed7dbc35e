import { z } from "zod";
import { words } from "../../../words.ts";
import { grafanaDashboard } from "../../../watching/grafana/dashboard.ts";
import { exit } from "../../exit-codes.ts";
import { verb } from "../../verb.ts";

export const grafana = verb({
  path: ["grafana"],
  words: words({
    hi: "Grafana के लिए फलकों की JSON फ़ाइल छापना",
    en: "Print the panels as JSON for a Grafana",
  }),
  options: z.object({}),
  run: ({ language, say, answer }) => {
    const dashboard = grafanaDashboard(language);
    say(JSON.stringify(dashboard, null, 2));
    answer({ dashboard });
    return Promise.resolve(exit.ok);
  },
});
