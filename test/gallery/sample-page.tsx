import type { ComponentChildren } from "preact";
import { inLanguage } from "../../app/base/words.ts";
import type { Language } from "../../app/base/words.ts";
import { renderPage } from "../../app/ui/index.ts";
import type { PageFrame, PageHead } from "../../app/ui/index.ts";
import { FilePage } from "./file.tsx";
import { FormPage, SignInPage } from "./form.tsx";
import { sampleFrame } from "./frame.ts";
import { PendencyPage, PiecesPage } from "./pieces.tsx";
import { SendPage } from "./send.tsx";
import { TrayPage } from "./tray.tsx";

interface Sample {
  readonly head: PageHead;
  readonly body: () => ComponentChildren;
  readonly frame?: Partial<PageFrame>;
}

const samples: Readonly<Record<string, Sample>> = {
  "/tray": {
    head: { title: "Tray" },
    body: () => <TrayPage />,
    frame: { flash: [{ kind: "done", words: "नस्ती एफ 10-4/2026/1/5 उप सचिव (राजस्व) को भेजी गई।" }] },
  },
  "/file": { head: { title: "File", width: "full" }, body: () => <FilePage /> },
  "/form": {
    head: { title: "Form", width: "reading", breadcrumb: [{ label: "Tray", href: "/tray" }] },
    body: () => <FormPage />,
  },
  "/send": { head: { title: "Send", width: "reading" }, body: () => <SendPage /> },
  "/sign-in": {
    head: { title: "Sign in" },
    body: () => <SignInPage />,
    frame: { reader: undefined, sections: [] },
  },
  "/pendency": { head: { title: "Pendency" }, body: () => <PendencyPage /> },
  "/pieces": {
    head: { title: "Pieces", breadcrumb: [{ label: "एफ 10-4/2026/1/5", href: "/file" }] },
    body: () => <PiecesPage />,
    frame: { banner: "The system is read-only until 11:30: reading goes on, writing waits." },
  },
};

export const samplePaths = Object.keys(samples);

/** A page of the gallery as HTML; `address` may carry a query. */
export function samplePage(address: string, language: Language): string | undefined {
  const sample = samples[address.split("?")[0] ?? ""];
  return (
    sample &&
    inLanguage(language, () => {
      const frame = { ...sampleFrame(language, address), ...sample.frame };
      return renderPage(frame, sample.head, sample.body());
    })
  );
}
