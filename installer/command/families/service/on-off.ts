import { words } from "../../../words.ts";
import { exit } from "../../exit-codes.ts";
import { Halt } from "../../halt.ts";

export const onOffArgument = {
  name: "on|off|status",
  optional: true,
  words: words({ hi: "on, off या status", en: "on, off or status" }),
};

const wrong = words({
  hi: "on, off या status लिखें, “{word}” नहीं।",
  en: "Write on, off or status, not “{word}”.",
});

export function onOffStatus([word = "status"]: readonly string[]): "on" | "off" | "status" {
  if (word === "on" || word === "off" || word === "status") {
    return word;
  }
  throw new Halt(exit.usage, wrong, { word });
}
