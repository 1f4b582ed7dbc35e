import { words } from "../words.ts";

/** The bundle's `install` lays the release beside others before any of its programs may ask or judge anything. */
export const nothingBegun = words({
  hi: "कुछ आरंभ नहीं हुआ: केवल जाँची हुई रिलीज़ /opt/secretariat में और उसकी कुंजी /etc/secretariat में रखी गई है।",
  en: "Nothing was begun: only the release, which was checked, was laid under /opt/secretariat, and its key in /etc/secretariat.",
});
