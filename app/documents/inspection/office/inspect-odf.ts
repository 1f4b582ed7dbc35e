import { refuseIf, Unfit, type Facts } from "../finding.ts";
import { elements, readXml } from "./read-xml.ts";
import type { Part } from "./read-archive.ts";

const text = "application/vnd.oasis.opendocument.text";
const sheet = "application/vnd.oasis.opendocument.spreadsheet";

/** Which of the two it is, by the part that stands first and unpacked. */
export function odfFacts(declared: string): Facts {
  switch (declared.trim()) {
    case text:
      return { mediaType: text, extension: "odt", pages: 1 };
    case sheet:
      return { mediaType: sheet, extension: "ods", pages: 1 };
    default:
      throw new Unfit("unknown");
  }
}

/** Refuses macros, listeners, links to programs, and pictures or tables that are fetched. */
export function judgeOdf({ name, bytes }: Part): void {
  refuseIf(/^(?:basic|scripts|dialogs)\//i.test(name), "macros");
  refuseIf(/\.(?:exe|dll|js|vbs|bat|cmd|ps1|hta|jar|py|bsh|scr)$/i.test(name), "macros");
  if (!/\.(?:xml|rdf)$/i.test(name)) {
    return;
  }
  const xml = readXml(bytes);
  refuseIf(/<(?:[\w.-]+:)?encryption-data/i.test(xml), "encrypted");
  refuseIf(/<script:|event-listener|vnd\.sun\.star\.|macro:|ooo:script/i.test(xml), "macros");
  refuseIf(
    /<(?:table:dde-link|office:dde-source|text:dde-connection)|dde\s*\(/i.test(xml),
    "active",
  );
  for (const element of [
    "image",
    "object",
    "object-ole",
    "plugin",
    "applet",
    "floating-frame",
    "section-source",
    "source",
    "table-source",
    "cell-range-source",
  ]) {
    for (const attributes of elements(xml, element)) {
      refuseIf(/^(?:[a-z][\w+.-]*:|\/|\\)/i.test(attributes.get("href") ?? ""), "leads-outside");
    }
  }
  for (const link of elements(xml, "a")) {
    refuseIf(!/^(?:https?:|mailto:|tel:|#|$)/i.test(link.get("href") ?? ""), "leads-outside");
  }
}
