import { refuseIf, Unfit, type Facts } from "../finding.ts";
import { elements, readXml, resolved, type Element } from "./read-xml.ts";
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
  const listed = elements(contentTypes, /^(?:override|default)$/);
  refuseIf(listed.some(isFalsePicture), "damaged");
  const declared = listed
    .filter(({ name }) => name === "override")
    .flatMap(({ attributes }) => attributes.get("contenttype") ?? []);
  const kind = kinds.find(([part]) => declared.includes(part));
  if (!kind) {
    throw new Unfit("unknown");
  }
  return { mediaType: kind[1], extension: kind[2], pages: 1 };
}

/** A part that is called a drawing but is read as something else. */
function isFalsePicture({ attributes }: Element): boolean {
  const names = [...(attributes.get("partname") ?? []), ...(attributes.get("extension") ?? [])];
  const types = attributes.get("contenttype") ?? [];
  return names.some((name) => /(?:^|\.)svg$/i.test(name)) && types.some((type) => type !== svg);
}

const svg = "image/svg+xml";
const programs =
  /vbaproject|vbadata|activex|\.(?:bin|ole|exe|dll|js|vbs|bat|cmd|ps1|hta|jar|scr|com|lnk|sct|wsf)$|(?:^|\/)(?:macrosheets|dialogsheets|customui)\//i;
const harmlessBinaries = /^xl\/printersettings\/|^word\/printersettings\/|^ppt\/printersettings\//i;

/** Refuses parts that run, parts that fetch, and fields that start programs. */
export function judgeOoxml({ name, bytes }: Part): void {
  refuseIf(programs.test(name) && !harmlessBinaries.test(name), "macros");
  refuseIf(/(?:^|\/)externallinks\//i.test(name), "leads-outside");
  refuseIf(/(?:^|\/)(?:connections|querytables?\/[^/]*)\.xml$/i.test(name), "leads-outside");
  if (isXml({ name, bytes })) {
    const xml = readXml(bytes);
    if (/\.rels$/i.test(name)) {
      judgeRelations(xml);
    } else {
      judgeFields(xml);
    }
  }
}

/** By its bytes too: the list of contents may give a part any name. */
export function isXml({ bytes, name }: Pick<Part, "bytes" | "name">): boolean {
  const begins = bytes
    .toString("latin1", 0, 200)
    .replace(/^(?:\u00ef\u00bb\u00bf|\u00ff\u00fe)?[\s\0]*/, "");
  const isDrawing = /(?:^|\/)media\/[^/]*\.svg$/i.test(name);
  return /\.(?:xml|rels|vml)$/i.test(name) || (begins.startsWith("<") && !isDrawing);
}

/** Addresses that a reader clicks are the only ones that may lead out. */
function judgeRelations(xml: string): void {
  for (const { attributes } of elements(xml, /^relationship$/)) {
    const types = attributes.get("type") ?? [];
    const targets = attributes.get("target") ?? [];
    refuseIf(types.some(isMacro), "macros");
    refuseIf(types.some(isFetched), "leads-outside");
    const isLink =
      types.every((type) => /\/hyperlink$/i.test(type)) &&
      targets.every((target) => /^(?:https?:|mailto:|#|tel:)/i.test(target));
    const isOutside = (attributes.get("targetmode") ?? []).some((mode) => /^external$/i.test(mode));
    const looksOutside = targets.some((target) => /^(?:[a-z][\w+.-]*:|\\\\|\/\/)/i.test(target));
    refuseIf((isOutside || looksOutside) && !isLink, "leads-outside");
  }
}

function isMacro(type: string): boolean {
  return /\/(?:vbaProject|attachedToolbars|control|activeXControl|oleObject|macro\w*)$/i.test(type);
}

function isFetched(type: string): boolean {
  return /\/(?:aFChunk|attachedTemplate|externalLink\w*|frame|subDocument|mailMergeSource)$/i.test(
    type,
  );
}

const commands = /\b(?:DDE(?:AUTO)?|INCLUDETEXT|IMPORT|LINK|QUOTE\s+\d)/i;

const starting = /^(?:ddelink|olelink|control$|altchunk|oleobject)/;
const fields = /^(?:instrtext|fldsimple)$/;
const formulas = /^(?:f|formula\d?|definedname)$/;
const looked =
  /^(?:ddelink|olelink|control$|altchunk|oleobject|(?:instrtext|fldsimple|f|formula\d?|definedname)$)/;

function judgeFields(xml: string): void {
  const found = elements(xml, looked);
  refuseIf(
    found.some(({ name }) => starting.test(name)),
    "active",
  );
  const written = found.filter(({ name }) => fields.test(name));
  const whole = written.map(({ text }) => text).join("");
  const simple = written.flatMap(({ attributes }) => attributes.get("instr") ?? []);
  for (const text of [whole, whole.replace(/\s/g, ""), ...simple]) {
    refuseIf(commands.test(text) || /DDE(?:AUTO)?\s*["\\a-z]/i.test(text), "active");
  }
  refuseIf(/ppaction:\/\/(?:program|macro|ole)/i.test(resolved(xml)), "active");
  for (const { text } of found.filter(({ name }) => formulas.test(name))) {
    refuseIf(startsSomething(text), "active");
  }
}

/** `program|'argument'!cell`, or a function that calls or fetches. */
function startsSomething(formula: string): boolean {
  const bar = formula.indexOf("|");
  const names = bar >= 0 && formula.lastIndexOf("!") > bar;
  const calls = /\b(?:CALL|REGISTER|EXEC|WEBSERVICE|RTD)\s*\(/i.test(formula);
  return names || calls || /\|\s*['"]/.test(formula);
}
