import { words, type Words } from "../../words.ts";
import type { StepName } from "./walk.ts";

/** What each step of the trial letter is called on the screen and on the sheet. */
export const stepWords: Readonly<Record<StepName, Words>> = {
  signIn: words({ hi: "प्रवेश", en: "Signing in" }),
  password: words({ hi: "पासवर्ड बदलना", en: "Changing the password" }),
  secondFactor: words({ hi: "दूसरा प्रमाण जोड़ना", en: "Adding a second factor" }),
  diarise: words({ hi: "पत्र की आवक", en: "Diarising a letter" }),
  openFile: words({ hi: "नस्ती खोलना", en: "Opening a file" }),
  draft: words({ hi: "उत्तर का प्रारूप", en: "Drafting the reply" }),
  sign: words({ hi: "अनुमोदन और हस्ताक्षर", en: "Approving and signing" }),
  dispatch: words({ hi: "जावक", en: "Dispatching" }),
  close: words({ hi: "नस्ती बंद करना", en: "Closing the file" }),
  signOut: words({ hi: "बाहर निकलना", en: "Signing out" }),
};
