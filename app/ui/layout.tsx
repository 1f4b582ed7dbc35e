import type { ComponentChildren } from "preact";
import { assetPath } from "../base/assets.ts";
import { t } from "../base/words.ts";
import { Announcements } from "./announcements.tsx";
import { Breadcrumb } from "./breadcrumb.tsx";
import type { Crumb } from "./breadcrumb.tsx";
import { classes } from "./classes.ts";
import { useFrame } from "./frame.ts";
import { KeysHelp } from "./keys-help.tsx";
import { Rail } from "./rail.tsx";
import { TopBar } from "./top-bar.tsx";

export interface PageHead {
  readonly title: string;
  readonly breadcrumb?: readonly Crumb[] | undefined;
  /** `reading` for forms and prose, `full` for a page that fills the window, such as a file. */
  readonly width?: "reading" | "wide" | "full" | undefined;
  /** Further scripts of the page by their asset name, such as `note-editor.js`. */
  readonly scripts?: readonly string[] | undefined;
}

/** The whole page around its content. Handlers do not use it; they call `renderPage`. */
export function Layout({
  head,
  children,
}: {
  readonly head: PageHead;
  readonly children: ComponentChildren;
}) {
  const frame = useFrame();
  const width = head.width ?? "wide";
  return (
    <html lang={frame.language}>
      <Head head={head} />
      <body class={classes(`page-${width}`, frame.reader === undefined && "page-plain")}>
        <a class="skip" href="#content">
          {t("Skip to the content")}
        </a>
        <TopBar />
        <Rail />
        <main id="content" tabIndex={-1}>
          <Announcements />
          {head.breadcrumb && <Breadcrumb crumbs={head.breadcrumb} />}
          {children}
        </main>
        {frame.reader && <KeysHelp />}
        <div id="live" class="unseen" role="status" aria-live="polite" />
      </body>
    </html>
  );
}

function Head({ head }: { readonly head: PageHead }) {
  const { csrf, language, nonce } = useFrame();
  return (
    <head>
      <meta charset="utf-8" />
      <title>{t("{title} · Digital Secretariat", { title: head.title })}</title>
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="csrf-token" content={csrf} />
      <meta name="color-scheme" content="light dark" />
      <meta name="htmx-config" content='{"allowEval":false,"includeIndicatorStyles":false}' />
      <link rel="icon" href={assetPath("icon.svg")} type="image/svg+xml" />
      <Preload name="noto-sans-latin-400-normal.woff2" />
      {language === "hi" && <Preload name="noto-sans-devanagari-devanagari-400-normal.woff2" />}
      <link rel="stylesheet" href={assetPath("app.css")} />
      {["main.js", ...(head.scripts ?? [])].map((name) => (
        <script key={name} type="module" src={assetPath(name)} nonce={nonce} />
      ))}
    </head>
  );
}

function Preload({ name }: { readonly name: string }) {
  return (
    <link
      rel="preload"
      href={assetPath(name)}
      as="font"
      type="font/woff2"
      crossOrigin="anonymous"
    />
  );
}
