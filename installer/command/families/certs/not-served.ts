import { words } from "../../../words.ts";

export const notServed = words({
  hi: "nginx नया प्रमाणपत्र नहीं दे रहा है: journalctl -u nginx देखें।",
  en: "nginx does not serve the certificate in place: see journalctl -u nginx.",
});
