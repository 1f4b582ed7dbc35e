import { words, type Words } from "../../words.ts";

/** What people in offices notice, and what the helpdesk says to them. */
interface Noticed {
  readonly notice: Words;
  readonly say: Words;
}

export type Impact = keyof typeof impacts;

export const impacts = {
  none: {
    notice: words({ hi: "अभी किसी को कुछ पता नहीं चलता।", en: "Nobody notices anything yet." }),
    say: words({
      hi: "काम चलता रहेगा। डेटा सेंटर को सूचना है।",
      en: "Work goes on. The data centre knows of it.",
    }),
  },
  down: {
    notice: words({
      hi: "पृष्ठ नहीं खुलता, या “सेवा उपलब्ध नहीं” दिखता है।",
      en: "Pages do not open, or say that the service is away.",
    }),
    say: words({
      hi: "सचिवालय अभी बंद है; सहेजा हुआ सब सुरक्षित है। कृपया 10 मिनट बाद फिर खोलें। अत्यावश्यक हो तो काग़ज़ पर काम करें।",
      en: "The secretariat is away just now; all that was saved is safe. Please open it again in ten minutes. What cannot wait is done on paper.",
    }),
  },
  errors: {
    notice: words({
      hi: "कुछ पृष्ठ “कुछ गलत हुआ” दिखाते हैं।",
      en: "Some pages say that something went wrong.",
    }),
    say: words({
      hi: "कृपया वही काम एक बार फिर करें; दो बार भेजने से दो बार नहीं होगा।",
      en: "Please do the same step once more; sent twice, it is still done once.",
    }),
  },
  slow: {
    notice: words({ hi: "पृष्ठ देर से खुलते हैं।", en: "Pages open slowly." }),
    say: words({
      hi: "कृपया प्रतीक्षा करें और बटन बार-बार न दबाएँ। कुछ भी नहीं खोएगा।",
      en: "Please wait, and press buttons once. Nothing gets lost.",
    }),
  },
  signIn: {
    notice: words({
      hi: "नया प्रवेश नहीं हो पाता; जो भीतर हैं वे काम करते रहते हैं।",
      en: "New people cannot sign in; whoever is inside works on.",
    }),
    say: words({
      hi: "जो भीतर हैं वे बाहर न निकलें। बाक़ी कृपया 15 मिनट बाद प्रयास करें।",
      en: "Whoever is inside, please stay signed in. All others, please try again in 15 minutes.",
    }),
  },
  readOnly: {
    notice: words({
      hi: "सब पढ़ा जा सकता है, पर कुछ लिखा या भेजा नहीं जा सकता।",
      en: "All can be read, but nothing can be written or sent.",
    }),
    say: words({
      hi: "पढ़ना चालू है। लिखना थोड़ी देर में फिर चालू होगा; पृष्ठ के ऊपर सूचना देखें।",
      en: "Reading works. Writing comes back soon; see the notice at the top of the page.",
    }),
  },
  uploads: {
    notice: words({
      hi: "नए दस्तावेज़ “जाँच की प्रतीक्षा में” रहते हैं।",
      en: "New documents stay waiting to be checked.",
    }),
    say: words({
      hi: "दस्तावेज़ मिल गया है, उसे दोबारा न भेजें। जाँच होते ही खुल जाएगा।",
      en: "The document has arrived, do not send it again. It opens once it was checked.",
    }),
  },
  late: {
    notice: words({
      hi: "सूचनाएँ और भीतर भेजे गए पत्र देर से पहुँचते हैं।",
      en: "Notices, and letters sent inside, arrive late.",
    }),
    say: words({
      hi: "भेजा गया सब पहुँचेगा, केवल देर से। दोबारा न भेजें।",
      en: "All that was sent will arrive, only later. Please do not send it again.",
    }),
  },
  line: {
    notice: words({
      hi: "केवल इस कार्यालय में पृष्ठ नहीं खुलते; दूसरे कार्यालय काम कर रहे हैं।",
      en: "Pages do not open in this office alone; other offices work.",
    }),
    say: words({
      hi: "आपके कार्यालय की लाइन बंद है। नेटवर्क प्रकोष्ठ को सूचना है; सचिवालय चालू है।",
      en: "The line of your office is down. The network cell knows; the secretariat itself is running.",
    }),
  },
} as const satisfies Readonly<Record<string, Noticed>>;
