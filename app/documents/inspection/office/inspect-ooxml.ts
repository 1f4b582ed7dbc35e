import { refuseIf, Unfit, type Facts } from "../finding.ts";
import { elements, readXml } from "./read-xml.ts";
import type { Part } from "./read-archive.ts";

const main = "application/vnd.openxmlformats-officedocument.";

const kinds = [
  [`${main}wordprocessingml.document.main+xml`, `${main}wordprocessingml.document`, "docx"],
  [`${main}spreadsheetml.sheet.main+xml`, `${main}spreadsheetml.sheet`, "xlsx"],
  [`${main}presentationml.presentation.main+xml`, `${main}presentationml.presentation`, "pptx"],
] as const;

/** Which of the three it is, by its own list of contents. */
export function ooxmlFacts(contentTypes: string): Facts {
  refuseIf(
    /macroenabled|vbaproject|ms-word\.(?:attachedtoolbars|vba)|activex|\.oleobject/i.test(
      contentTypes,
    ),
    "macros",
  );
  const declared = elements(contentTypes, "Override").map((one) => one.get("contenttype"));
  const kind = kinds.find(([part]) => declared.includes(part));
  if (!kind) {
    throw new Unfit("unknown");
  }
  return { mediaType: kind[1], extension: kind[2], pages: 1 };
}

const programs =
  /vbaproject|vbadata|activex|\.(?:bin|ole|exe|dll|js|vbs|bat|cmd|ps1|hta|jar|scr|com|lnk|sct|wsf)$|(?:^|\/)(?:macrosheets|dialogsheets|customui)\//i;
const harmlessBinaries = /^xl\/printersettings\/|^word\/printersettings\/|^ppt\/printersettings\//i;

/** Refuses parts that run, parts that fetch, and fields that start programs. */
export function judgeOoxml({ name, bytes }: Part): void {
  refuseIf(programs.test(name) && !harmlessBinaries.test(name), "macros");
  refuseIf(/(?:^|\/)externallinks\//i.test(name), "leads-outside");
  refuseIf(/(?:^|\/)(?:connections|querytables?\/[^/]*)\.xml$/i.test(name), "leads-outside");
  if (/\.(?:xml|rels|vml)$/i.test(name)) {
    const xml = readXml(bytes);
    if (/\.rels$/i.test(name)) {
      judgeRelations(xml);
    } else {
      judgeFields(xml);
    }
  }
}

/** Addresses that a reader clicks are the only ones that may lead out. */
function judgeRelations(xml: string): void {
  for (const relation of elements(xml, "Relationship")) {
    const type = relation.get("type") ?? "";
    const target = relation.get("target") ?? "";
    refuseIf(
      /\/(?:vbaProject|attachedToolbars|control|activeXControl|oleObject|macro\w*)$/i.test(type),
      "macros",
    );
    refuseIf(
      /\/(?:aFChunk|attachedTemplate|externalLink\w*|frame|subDocument|mailMergeSource)$/i.test(
        type,
      ),
      "leads-outside",
    );
    const isLink = /\/hyperlink$/i.test(type) && /^(?:https?:|mailto:|#|tel:)/i.test(target);
    const isOutside = /^external$/i.test(relation.get("targetmode") ?? "");
    const looksOutside = /^(?:[a-z][\w+.-]*:|\\\\|\/\/)/i.test(target);
    refuseIf((isOutside || looksOutside) && !isLink, "leads-outside");
  }
}

const commands = /\b(?:DDE(?:AUTO)?|INCLUDETEXT|IMPORT|LINK|QUOTE\s+\d)/i;

function judgeFields(xml: string): void {
  const written = [...xml.matchAll(/<(?:[\w.-]+:)?instrText[^>]*>([^<]*)</g)].map(
    ([, text]) => text,
  );
  const simple = elements(xml, "fldSimple").map((one) => one.get("instr") ?? "");
  for (const text of [written.join(""), written.join("").replace(/\s/g, ""), ...simple]) {
    refuseIf(commands.test(text) || /DDE(?:AUTO)?\s*["\\a-z]/i.test(text), "active");
  }
  refuseIf(/<(?:[\w.-]+:)?(?:ddeLink|oleLink|control\s|altChunk|OLEObject)/i.test(xml), "active");
  refuseIf(/ppaction:\/\/(?:program|macro|ole)/i.test(xml), "active");
  for (const [, formula = ""] of xml.matchAll(/<(?:[\w.-]+:)?f(?:\s[^>]*)?>([^<]*)</g)) {
    refuseIf(
      /\|\s*['"]|\|.*!|\b(?:CALL|REGISTER|EXEC|WEBSERVICE|RTD)\s*\(/i.test(formula),
      "active",
    );
  }
}
