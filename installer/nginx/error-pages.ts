import { renderTemplate } from "../render-template.ts";
import { words, type Words } from "../words.ts";

interface ErrorPage {
  readonly title: Words;
  readonly text: Words;
}

/** What nginx says when the application cannot, by the file that `secretariat.conf.template` names. */
const pages: Readonly<Record<string, ErrorPage>> = {
  "429.html": {
    title: words({ hi: "बहुत अधिक अनुरोध", en: "Too many requests" }),
    text: words({
      hi: "इस कंप्यूटर से थोड़े समय में बहुत अधिक अनुरोध आए। एक मिनट रुकें और पृष्ठ फिर खोलें।",
      en: "Too many requests came from this computer in a short time. Wait a minute and open the page again.",
    }),
  },
  "502.html": {
    title: words({
      hi: "सचिवालय अभी उपलब्ध नहीं है",
      en: "The secretariat is not available just now",
    }),
    text: words({
      hi: "आपका काम सुरक्षित है। कुछ मिनट बाद पृष्ठ फिर खोलें। यदि समस्या बनी रहे तो हेल्पडेस्क को बताएँ।",
      en: "What you saved is safe. Open the page again in a few minutes. If it lasts, tell the helpdesk.",
    }),
  },
  "503.html": {
    title: words({
      hi: "सचिवालय में अनुरक्षण चल रहा है",
      en: "The secretariat is under maintenance",
    }),
    text: words({
      hi: "आपका काम सुरक्षित है। थोड़ी देर बाद पृष्ठ फिर खोलें।",
      en: "What you saved is safe. Open the page again a little later.",
    }),
  },
  "refused.html": {
    title: words({ hi: "यह अनुरोध नहीं लिया गया", en: "This request was not taken" }),
    text: words({
      hi: "जो भेजा गया वह बहुत बड़ा है, पढ़ा नहीं जा सका या इस पते पर अनुमत नहीं है। पिछला पृष्ठ खोलें और फिर प्रयास करें।",
      en: "What was sent is too large, could not be read, or is not allowed at this address. Open the page before and try again.",
    }),
  },
};

/** Each page by its name, in both languages, from `error-page.html.template`. */
export function renderErrorPages(template: string): ReadonlyMap<string, string> {
  const rendered = Object.entries(pages).map(([name, { title, text }]) => {
    const values = {
      hindititle: title.hi,
      hinditext: text.hi,
      englishtitle: title.en,
      englishtext: text.en,
    };
    return [name, renderTemplate(template, values)] as const;
  });
  return new Map(rendered);
}
