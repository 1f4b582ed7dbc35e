import { filled, inLanguage, words } from "../words.ts";
import type { Gaps, Words } from "../words.ts";

/** A bundle that is not, byte for byte, what the release officer signed. Nothing of it may be used. */
export class BundleRefused extends Error {
  override readonly name = "BundleRefused";
  readonly words: Words;

  constructor(sentence: Words, gaps: Gaps = {}) {
    super(inLanguage(sentence, "en", gaps));
    this.words = filled(sentence, gaps);
  }
}

export const refusals = {
  noPublicKey: words({
    hi: "दी गई सार्वजनिक कुंजी minisign की नहीं है।",
    en: "The public key that was given is not one of minisign's.",
  }),
  noSecretKey: words({
    hi: "दी गई गुप्त कुंजी minisign की नहीं है।",
    en: "The secret key that was given is not one of minisign's.",
  }),
  passwordKey: words({
    hi: "गुप्त कुंजी पर पासवर्ड है: minisign प्रोग्राम से हस्ताक्षर कीजिए।",
    en: "The secret key has a password: sign with the program minisign.",
  }),
  noSignature: words({
    hi: "{name} के साथ उसका हस्ताक्षर {name}.minisig नहीं है।",
    en: "{name} has no signature {name}.minisig beside it.",
  }),
  foreignSignature: words({
    hi: "हस्ताक्षर की लिखावट हमारी नहीं है।",
    en: "The signature is not written as ours are.",
  }),
  damagedSignature: words({
    hi: "हस्ताक्षर क्षतिग्रस्त है।",
    en: "The signature is damaged.",
  }),
  otherKey: words({
    hi: "हस्ताक्षर किसी अन्य कुंजी का है। कुंजी की छाप को छपे हुए पत्रक से मिलाइए।",
    en: "It is signed with another key. Compare the key's fingerprint with the printed sheet.",
  }),
  changedBytes: words({
    hi: "{name} हस्ताक्षर से मेल नहीं खाता: उसके बाइट बदले गए हैं या माध्यम ख़राब है। फिर से प्रतिलिपि लाइए।",
    en: "{name} does not fit its signature: bytes were changed or the medium is bad. Fetch the copy again.",
  }),
  changedFile: words({
    hi: "{name} वह नहीं है जिस पर हस्ताक्षर हुए थे।",
    en: "{name} is not what was signed.",
  }),
  missingFile: words({
    hi: "{name} बंडल में नहीं है।",
    en: "{name} is missing from the bundle.",
  }),
  strangeFile: words({
    hi: "{name} बंडल में है, पर उस पर हस्ताक्षर नहीं हैं।",
    en: "{name} lies in the bundle but was not signed.",
  }),
  badManifest: words({
    hi: "बंडल की सूची manifest.json पढ़ी नहीं जा सकती।",
    en: "The bundle's list manifest.json cannot be read.",
  }),
  noBundle: words({
    hi: "{name} कोई बंडल नहीं है।",
    en: "{name} is no bundle.",
  }),
} as const;
