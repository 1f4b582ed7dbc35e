import type { ComponentChildren } from "preact";
import { inLanguage, type Gaps, type Language, type Words } from "../../words.ts";
import { pageWords } from "./page-words.ts";

/** Who reads: his language, and what keeps it in links. */
export interface Reading {
  readonly language: Language;
  readonly query: string;
  readonly say: (sentence: Words, gaps?: Gaps) => string;
}

export function readingIn(language: Language): Reading {
  return {
    language,
    query: `?lang=${language}`,
    say: (sentence, gaps) => inLanguage(sentence, language, gaps),
  };
}

interface FrameProperties {
  readonly reading: Reading;
  readonly title: string;
  readonly path: string;
  /** Loads itself anew, without any script. */
  readonly renews?: boolean;
  readonly children: ComponentChildren;
}

export function Frame({ reading, title, path, renews, children }: FrameProperties) {
  const { language, say } = reading;
  const other = language === "hi" ? "en" : "hi";
  return (
    <html lang={language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        {renews && <meta http-equiv="refresh" content="30" />}
        <title>{title}</title>
        <link rel="stylesheet" href="/helpdesk/helpdesk.css" />
      </head>
      <body>
        <div class="bar">
          <a class="product" href={`/helpdesk/${reading.query}`}>
            {say(pageWords.product)}
          </a>
          <a class="language" href={`${path}?lang=${other}`} lang={other} hreflang={other}>
            {other === "hi" ? "हिन्दी" : "English"}
          </a>
        </div>
        <main>{children}</main>
      </body>
    </html>
  );
}
