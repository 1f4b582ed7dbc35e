import { refuseIf, Unfit, type Facts } from "../finding.ts";
import { elements, readXml, resolved, type Element } from "./read-xml.ts";
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
  const plain = resolved(xml);
  refuseIf(/<(?:[\w.-]+:)?encryption-data/i.test(plain), "encrypted");
  refuseIf(/<script:|event-listener|vnd\.sun\.star\.|macro:|ooo:script/i.test(plain), "macros");
  refuseIf(
    /<(?:table:dde-link|office:dde-source|text:dde-connection)|dde\s*\(/i.test(plain),
    "active",
  );
  for (const element of elements(xml, looked)) {
    judgeElement(element);
  }
}

const links = /^a$/;
const running = /^(?:event-listener|script)$/;
const calling = /^dde-/;
const looked =
  /^(?:encryption-data|event-listener|script|dde-.*|a|image|fill-image|object|object-ole|plugin|applet|floating-frame|section-source|source|table-source|cell-range-source)$/;

/** By the name of an element alone: a file may give every prefix another meaning. */
function judgeElement({ attributes, name }: Element): void {
  refuseIf(name === "encryption-data", "encrypted");
  refuseIf(running.test(name), "macros");
  refuseIf(calling.test(name), "active");
  for (const address of attributes.get("href") ?? []) {
    const leadsOut = links.test(name)
      ? !/^(?:https?:|mailto:|tel:|#|$)/i.test(address)
      : /^(?:[a-z][\w+.-]*:|\/|\\)/i.test(address);
    refuseIf(leadsOut, "leads-outside");
  }
}
