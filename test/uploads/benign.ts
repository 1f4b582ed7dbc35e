import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { deflateSync } from "node:zlib";
import ExcelJS from "exceljs";
import { aLetter } from "../drafting/letter-samples.ts";
import { renderLetter } from "../../app/drafting/letter/index.ts";
import { aPdf } from "../support/receipt-builders.ts";
import { anOffice, relation, xml } from "./build-office.ts";
import { buildJpeg, buildPng, buildTiff, pngChunk } from "./build-images.ts";
import { buildPdf, objectStream } from "./build-pdf.ts";
import { Dice, times, type Sample } from "./sample.ts";

const sample = (name: string, bytes: Buffer | string): Sample => ({
  group: "benign",
  name,
  bytes: Buffer.from(bytes as string),
});

/** What an office really sends: five hundred files that must all be taken in. */
export async function benignFiles(): Promise<Sample[]> {
  const letters = await Promise.all(
    times(12, (index) => renderLetter(aLetter("letter", index % 2 ? "hi" : "en"))),
  );
  const plain = await Promise.all(
    times(60, (index) => aPdf({ words: `पत्र ${index}`, pages: 1 + (index % 9) })),
  );
  const scans = drawn(letters[0] ?? Buffer.alloc(0));
  return [
    ...letters.map((bytes, index) => sample(`letter-${index}.pdf`, bytes)),
    ...plain.map((bytes, index) => sample(`plain-${index}.pdf`, bytes)),
    ...writtenPdfs(),
    ...scans,
    ...pictures(),
    ...offices(),
    ...(await sheets()),
    ...texts(),
    ...mails(plain[0] ?? Buffer.alloc(0)),
  ];
}

/** What programs of offices put into a PDF besides its pages. */
function writtenPdfs(): Sample[] {
  const image = deflateSync(Buffer.alloc(3_000_000, 250)).toString("latin1");
  const wishes = [
    { catalogue: "/OpenAction [3 0 R /XYZ null null 0]" },
    { catalogue: "/OpenAction << /S /GoTo /D [3 0 R /Fit] >> /PageMode /UseOutlines" },
    {
      page: "/Annots [<< /Subtype /Link /Rect [0 0 9 9] /A << /S /URI /URI (https://cg.example/a?b=1) >> >>]",
    },
    {
      page: "/Annots [<< /Subtype /Link /Rect [0 0 9 9] /A << /S /URI /URI (mailto:a@cg.example) >> >>]",
    },
    { page: "/Annots [<< /Subtype /Link /Rect [0 0 9 9] /A << /S /Named /N /NextPage >> >>]" },
    {
      page: "/Annots [<< /Subtype /Text /Rect [0 0 9 9] /Contents (see file: GAD/12 \\(2026\\)) >>]",
    },
    { catalogue: "/AcroForm << /Fields [] /SigFlags 3 >>" },
    {
      catalogue: "/MarkInfo << /Marked true >> /StructTreeRoot 10 0 R /Lang (hi-IN)",
      objects: ["<< /Type /StructTreeRoot /K [] >>"],
    },
    { catalogue: "/ViewerPreferences << /DisplayDocTitle true >> /PageLayout /SinglePage" },
    {
      objects: [
        `<< /Type /XObject /Subtype /Image /Width 1000 /Height 1000 /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /FlateDecode /Length ${image.length} >>\nstream\n${image}\nendstream`,
      ],
    },
    { objects: [objectStream(["<< /Title (JavaScript guide) >>", "[1 2 3]"])] },
    {
      objects: [
        "(file: 12/2026, JS section)",
        "<< /Title (Launch of the scheme) /Author (A\\)B) >>",
      ],
    },
    { before: "\r\n" },
    { after: "\r\n\0\0\0" },
    {
      update:
        "4 0 obj\n<< /Length 0 >>\nstream\n\nendstream\nendobj\nxref\n0 0\ntrailer << /Root 1 0 R /Size 20 >>\nstartxref\n9\n%%EOF\n",
    },
  ];
  return times(75, (index) => {
    const { page, ...rest } = { page: "", ...wishes[index % wishes.length] };
    return sample(
      `written-${index}.pdf`,
      buildPdf({ ...rest, page: `${page} /Rotate ${90 * (index % 4)}` }),
    );
  });
}

/** Pictures made by a real drawing program, as scanners send them. */
function drawn(letter: Buffer): Sample[] {
  const folder = mkdtempSync(join(tmpdir(), "benign-"));
  try {
    const path = join(folder, "letter.pdf");
    writeFileSync(path, letter);
    const options = [
      ["-jpeg", "jpg"],
      ["-jpeg -gray", "jpg"],
      ["-jpeg -jpegopt progressive=y", "jpg"],
      ["-png", "png"],
      ["-png -gray", "png"],
      ["-png -mono", "png"],
      ["-tiff -tiffcompression none", "tif"],
      ["-tiff -tiffcompression lzw", "tif"],
      ["-tiff -tiffcompression deflate", "tif"],
      ["-tiff -tiffcompression packbits", "tif"],
    ] as const;
    return options.flatMap(([given, ending]) =>
      [50, 100, 150].map((dots) => {
        const made = join(folder, "made");
        const command = [...given.split(" "), "-singlefile", "-r", String(dots), path, made];
        execFileSync("pdftoppm", command);
        return sample(
          `scan-${given.replaceAll(" ", "")}-${dots}.${ending}`,
          readFileSync(`${made}.${ending}`),
        );
      }),
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function pictures(): Sample[] {
  const dice = new Dice(9);
  const forms = [
    [8, 0],
    [1, 0],
    [16, 0],
    [8, 2],
    [8, 3],
    [8, 4],
    [8, 6],
    [16, 6],
  ] as const;
  return [
    ...times(84, (index) => {
      const [bits, colour] = forms[index % forms.length] ?? [8, 0];
      const extra =
        index % 3
          ? []
          : [
              pngChunk("tEXt", Buffer.from("Software\0Scanner")),
              pngChunk("pHYs", Buffer.alloc(9, 1)),
            ];
      return sample(
        `picture-${index}.png`,
        buildPng({ width: 1 + dice.below(400), height: 1 + dice.below(400), bits, colour, extra }),
      );
    }),
    ...times(30, (index) =>
      sample(
        `photo-${index}.jpg`,
        buildJpeg({
          width: 1 + dice.below(5000),
          height: 1 + dice.below(5000),
          scans: 1 + (index % 9),
          after: Buffer.alloc(index % 4),
        }),
      ),
    ),
    ...times(30, (index) =>
      sample(
        `fax-${index}.tiff`,
        buildTiff({
          width: 1 + dice.below(800),
          height: 1 + dice.below(800),
          pages: 1 + (index % 12),
          big: index % 2 === 1,
        }),
      ),
    ),
  ];
}

function offices(): Sample[] {
  const link = relation("hyperlink", "https://cg.example/order?id=1&amp;x=2");
  const chart = anOffice("xlsx");
  const picture = { name: "word/media/image1.png", bytes: buildPng({ width: 9, height: 9 }) };
  const wishes = [
    {},
    { relations: link },
    { relations: relation("hyperlink", "mailto:a@cg.example") },
    { more: [picture] },
    { more: [{ name: "word/embeddings/Microsoft_Excel_Sheet1.xlsx", bytes: chart }] },
    {
      more: [
        {
          name: "docProps/core.xml",
          bytes: xml(
            "<cp:coreProperties>&lt;script&gt; DDE scheme, file: 12 &amp; LINK road</cp:coreProperties>",
          ),
        },
      ],
    },
    { more: [{ name: "word/printerSettings/printerSettings1.bin", bytes: Buffer.alloc(300) }] },
    { body: "सड़क निर्माण &#2325; A | B ! C" },
    {
      more: [
        {
          name: "word/theme/theme1.xml",
          bytes: xml(`<a:theme>${"<a:x/>".repeat(20_000)}</a:theme>`),
        },
      ],
    },
    { relations: relation("image", "media/image1.png", false), more: [picture] },
  ];
  const named = (kind: "docx" | "xlsx" | "pptx") =>
    times(20, (index) =>
      sample(`${kind}-${index}.${kind}`, anOffice(kind, wishes[index % wishes.length])),
    );
  const open = [
    "<text:p>नमस्ते</text:p>",
    '<text:a xlink:href="https://cg.example">x</text:a>',
    '<draw:image xlink:href="Pictures/a.png"/>',
    "<text:p>dde scheme</text:p>",
    '<table:table-cell table:formula="of:=SUM([.A1:.A9])"/>',
  ];
  return [
    ...named("docx"),
    ...named("xlsx"),
    ...named("pptx"),
    ...(["odt", "ods"] as const).flatMap((kind) =>
      times(15, (index) =>
        sample(
          `${kind}-${index}.${kind}`,
          anOffice(kind, { body: open[index % open.length] ?? "" }),
        ),
      ),
    ),
  ];
}

/** Workbooks as a real program writes them. */
async function sheets(): Promise<Sample[]> {
  const made: Sample[] = [];
  for (let index = 0; index < 25; index += 1) {
    const book = new ExcelJS.Workbook();
    const sheet = book.addWorksheet("पत्रक");
    for (let line = 1; line <= 20 + index * 20; line += 1) {
      sheet.addRow([line, `ग्राम ${line}`, -line * 1.5, new Date(0)]);
    }
    sheet.getCell("F1").value = { formula: "SUM(A1:A20)", result: 210 };
    sheet.getCell("F2").value = { text: "आदेश", hyperlink: "https://cg.example/order" };
    sheet.getCell("F3").value = { formula: 'IF(A1>0,"a|b","c")', result: "a|b" };
    made.push(sample(`workbook-${index}.xlsx`, Buffer.from(await book.xlsx.writeBuffer())));
  }
  return made;
}

function texts(): Sample[] {
  const lines = [
    "नमस्ते, भू-अर्जन",
    "a < b and c > d",
    "plain text\twith tabs",
    "क्रमांक 12/2026\r\n",
    "\ufeffBOM first",
    "5 - 3 = 2",
    "price @ 5",
  ];
  const rows = [
    "नाम,राशि\nराम,-5\n",
    "a;b\n1;+91 771 2221111\n",
    "x,y\n-1.5,@ rest\n",
    '"a, b","c ""d"""\n',
    'date,amount\n01.01.2026,"1,00,000"\n',
    "a\tb\n=,-\n",
  ];
  return [
    ...times(28, (index) =>
      sample(`note-${index}.txt`, (lines[index % lines.length] ?? "").repeat(1 + index)),
    ),
    ...times(24, (index) =>
      sample(`table-${index}.csv`, (rows[index % rows.length] ?? "").repeat(1 + index)),
    ),
  ];
}

function mails(pdf: Buffer): Sample[] {
  const head =
    "Received: from x by y\r\nFrom: =?utf-8?B?4KSw4KS+4KSu?= <a@cg.example>\r\nTo: b@cg.example\r\nDate: Fri, 20 Nov 2026 10:00:00 +0530\r\nSubject: letter\r\nMIME-Version: 1.0\r\n";
  const bodies = [
    "Content-Type: text/plain; charset=utf-8\r\n\r\nनमस्ते\r\n",
    'Content-Type: multipart/alternative; boundary="b"\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nx\r\n--b\r\nContent-Type: text/html\r\n\r\n<p>x <a href="https://cg.example">y</a></p>\r\n--b--\r\n',
    `Content-Type: multipart/mixed; boundary=c\r\n\r\npreamble\r\n--c\r\nContent-Type: text/plain\r\n\r\nx\r\n--c\r\nContent-Type: application/pdf; name="letter.pdf"\r\nContent-Transfer-Encoding: base64\r\n\r\n${pdf.toString("base64")}\r\n--c--\r\n`,
    "Content-Type: text/plain\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n=E0=A4=95 a=3Db\r\n",
  ];
  return times(20, (index) => sample(`mail-${index}.eml`, head + bodies[index % bodies.length]));
}
