import { buildZip, type ZipEntry, type ZipShape } from "./build-zip.ts";

export const officeKinds = ["docx", "xlsx", "pptx", "odt", "ods"] as const;
export type OfficeKind = (typeof officeKinds)[number];

const packageTypes = "http://schemas.openxmlformats.org/package/2006";
const relationTypes = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const main = "application/vnd.openxmlformats-officedocument.";

const shapes = {
  docx: { part: "word/document.xml", type: `${main}wordprocessingml.document.main+xml` },
  xlsx: { part: "xl/workbook.xml", type: `${main}spreadsheetml.sheet.main+xml` },
  pptx: { part: "ppt/presentation.xml", type: `${main}presentationml.presentation.main+xml` },
} as const;

export interface OfficeWish {
  readonly body?: string;
  readonly relations?: string;
  readonly types?: string;
  readonly more?: readonly ZipEntry[];
  readonly shape?: ZipShape;
}

export const xml = (text: string): Buffer =>
  Buffer.from(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${text}`);

export function relation(type: string, target: string, outside = true): string {
  const mode = outside ? ' TargetMode="External"' : "";
  return `<Relationship Id="r${type}" Type="${relationTypes}/${type}" Target="${target}"${mode}/>`;
}

/** An office document as programs write it, with whatever else is wished for in it. */
export function anOffice(kind: OfficeKind, wish: OfficeWish = {}): Buffer {
  const entries =
    kind === "odt" || kind === "ods" ? openEntries(kind, wish) : entriesOf(kind, wish);
  return buildZip([...entries, ...(wish.more ?? [])], wish.shape);
}

export function entriesOf(kind: keyof typeof shapes, wish: OfficeWish = {}): ZipEntry[] {
  const { part, type } = shapes[kind];
  const folder = part.slice(0, part.indexOf("/"));
  const file = part.slice(part.indexOf("/") + 1);
  return [
    {
      name: "[Content_Types].xml",
      bytes: xml(`<Types xmlns="${packageTypes}/content-types">
        <Default Extension="xml" ContentType="application/xml"/>
        <Override PartName="/${part}" ContentType="${type}"/>${wish.types ?? ""}</Types>`),
    },
    {
      name: "_rels/.rels",
      bytes: xml(
        `<Relationships xmlns="${packageTypes}/relationships">${relation("officeDocument", part, false)}</Relationships>`,
      ),
    },
    { name: part, bytes: xml(bodyOf(kind, wish.body ?? "भू-अर्जन का मुआवजा")) },
    {
      name: `${folder}/_rels/${file}.rels`,
      bytes: xml(
        `<Relationships xmlns="${packageTypes}/relationships">${wish.relations ?? ""}</Relationships>`,
      ),
    },
  ];
}

function bodyOf(kind: keyof typeof shapes, body: string): string {
  switch (kind) {
    case "docx":
      return `<w:document xmlns:w="http://w"><w:body><w:p><w:r><w:t>${body}</w:t></w:r></w:p></w:body></w:document>`;
    case "xlsx":
      return `<workbook xmlns="http://s"><sheets><sheet name="1" sheetId="1"/></sheets>${body}</workbook>`;
    case "pptx":
      return `<p:presentation xmlns:p="http://p"><p:sldIdLst/>${body}</p:presentation>`;
    default:
      throw new Error("No such kind");
  }
}

function openEntries(kind: "odt" | "ods", wish: OfficeWish): ZipEntry[] {
  const type = `application/vnd.oasis.opendocument.${kind === "odt" ? "text" : "spreadsheet"}`;
  return [
    { name: "mimetype", bytes: Buffer.from(type), stored: true },
    {
      name: "META-INF/manifest.xml",
      bytes: xml(
        `<manifest:manifest xmlns:manifest="urn:m">${wish.types ?? ""}</manifest:manifest>`,
      ),
    },
    {
      name: "content.xml",
      bytes: xml(`<office:document-content xmlns:office="urn:o" xmlns:xlink="http://x">
        <office:body>${wish.body ?? "<text:p>मुआवजा</text:p>"}</office:body></office:document-content>`),
    },
    { name: "styles.xml", bytes: xml("<office:document-styles/>") },
  ];
}
