import type { RouterContext } from "@koa/router";
import {
  formatDateTime,
  isReadOnly,
  log,
  presentAnnouncements,
  serviceState,
  t,
  takeFlash,
  words,
  type Flash,
  type Language,
} from "../base/index.ts";
import { visitorOf } from "../base/web/visitor.ts";
import type { PageFrame } from "../ui/index.ts";
import { allSections } from "../modules.ts";

/** What surrounds the page for this reader. A flash is shown once. */
export async function frameOf(context: RouterContext): Promise<PageFrame> {
  const visitor = visitorOf(context);
  const isKnown = visitor !== undefined && visitor.reader.owedFactor !== "proof";
  return {
    language: context.state["language"] as Language,
    csrf: visitor?.session?.csrf ?? "",
    nonce: context.state["nonce"] as string,
    path: context.url,
    ...(isKnown ? { reader: visitor.reader } : {}),
    sections: isKnown
      ? allSections
          .filter((section) => section.allow(visitor.actor))
          .map(({ label, href, icon }) => ({
            label: t(label),
            href,
            icon,
            current: context.path === href || context.path.startsWith(`${href}/`),
          }))
      : [],
    ...(visitor?.reader.breakGlassUntil && { banner: bannerOf(visitor.reader.breakGlassUntil) }),
    banners: bannersOf(context.state["language"] as Language),
    flash: await flashOf(context),
  };
}

/** What everybody is told on every page, before sign-in too. */
function bannersOf(language: Language): readonly string[] {
  const { readOnly } = serviceState();
  const said = presentAnnouncements(new Date()).map(({ wordsHi, wordsEn }) =>
    language === "hi" ? wordsHi : wordsEn,
  );
  const why = language === "hi" ? readOnly?.reasonHi : readOnly?.reasonEn;
  return [...(isReadOnly() ? [`${t(openForReading)}${why ? ` ${why}` : ""}`] : []), ...said];
}

const openForReading = words(
  "The office is open for reading only: everything can be read, nothing can be changed.",
);

/** Who came in by breaking the glass shall not forget it on any page. */
function bannerOf(until: Date): string {
  return t("Break-glass access until {time}. Every step is recorded and all administrators know.", {
    time: formatDateTime(until),
  });
}

/** A page is worth more than what was to be said above it. */
async function flashOf(context: RouterContext): Promise<readonly Flash[]> {
  const session = visitorOf(context)?.session;
  try {
    return session ? await takeFlash(session) : [];
  } catch (error) {
    log.warn({ err: error }, "Sentences for this page could not be read");
    return [];
  }
}
