import { deflateSync } from "node:zlib";
import { buildPdf, objectStream } from "./build-pdf.ts";
import { Dice, times, type Sample } from "./sample.ts";

/** What a PDF may do that a letter need not: an action, or an entry that carries one. */
const actions: Readonly<Record<string, string>> = {
  javascript: "<< /S /JavaScript /JS (app.alert\\(1\\)) >>",
  launch: "<< /S /Launch /F (cmd.exe) /Win << /F (cmd.exe) /P (/c calc) >> >>",
  submit: "<< /S /SubmitForm /F << /FS /URL /F (http://x.example/) >> >>",
  import: "<< /S /ImportData /F (x.fdf) >>",
  "go-to-r": "<< /S /GoToR /F (\\\\\\\\10.0.0.1\\\\share\\\\x.pdf) /D [0 /Fit] >>",
  "go-to-e": "<< /S /GoToE /T << /R /C /N (x.pdf) >> >>",
  "uri-file": "<< /S /URI /URI (file:///etc/passwd) >>",
  "uri-smb": "<< /S /URI /URI (smb://10.0.0.1/share) >>",
  "uri-unc": "<< /S /URI /URI (\\\\\\\\10.0.0.1\\\\share) >>",
  "uri-script": "<< /S /URI /URI (JaVaScRiPt:alert\\(1\\)) >>",
  rendition: "<< /S /Rendition /R << /S /MR /C << /S /MCD >> >> /OP 0 >>",
  movie: "<< /S /Movie /T (x) >>",
};

const entries: Readonly<Record<string, string>> = {
  "names-script": "/Names << /JavaScript << /Names [(a) << /S /JavaScript /JS (1) >>] >> >>",
  "embedded-files":
    "/Names << /EmbeddedFiles << /Names [(a) << /Type /Filespec /F (a.exe) /EF << /F 10 0 R >> >>] >> >>",
  xfa: "/AcroForm << /Fields [] /XFA [(template) 10 0 R] >>",
  collection: "/Collection << /View /T >>",
  "additional-actions": "/AA << /WC << /S /GoTo /D [3 0 R /Fit] >> >>",
  "rich-media": "/Extra << /Type /Annot /Subtype /RichMedia /RichMediaContent << >> >>",
  "three-d": "/Extra << /Type /Annot /Subtype /3D >>",
};

type Dress = (text: string, dice: Dice) => string;

const escape: Dress = (text) =>
  text.replace(/\/([A-Za-z]\w*)/g, (_, name: string) => `/${Array.from(name).map(inHex).join("")}`);

const escapeSome: Dress = (text, dice) =>
  text.replace(
    /\/([A-Za-z]\w*)/g,
    (_, name: string) =>
      `/${Array.from(name)
        .map((sign) => (dice.below(2) ? inHex(sign) : sign))
        .join("")}`,
  );

const noisy: Dress = (text, dice) =>
  text.replace(/ /g, () => dice.one([" ", "\n", "\t \r\n", " %note )>>\n", "\0", "\f "]));

const tight: Dress = (text) => text.replace(/ (?=[/<([])/g, "");

const inHexadecimal: Dress = (text) =>
  text.replace(
    /\(((?:\\.|[^()\\])*)\)/g,
    (_, words: string) =>
      `<${Buffer.from(words.replace(/\\(.)/g, "$1"), "latin1").toString("hex")}>`,
  );

const dresses: readonly Dress[] = [(text) => text, escape, escapeSome, noisy, tight, inHexadecimal];

function inHex(sign: string): string {
  return `#${sign.charCodeAt(0).toString(16).padStart(2, "0")}`;
}

type Place = (action: string) => Buffer;

/** Where an action may stand so that a viewer finds it. */
const places: Readonly<Record<string, Place>> = {
  opening: (action) => buildPdf({ catalogue: `/OpenAction ${action}` }),
  object: (action) => buildPdf({ catalogue: "/OpenAction 10 0 R", objects: [action] }),
  annotation: (action) =>
    buildPdf({
      page: "/Annots [10 0 R]",
      objects: [`<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] /A ${action} >>`],
    }),
  packed: (action) => buildPdf({ objects: [objectStream(["<< /A 1 >>", action])] }),
  "packed-untold": (action) => buildPdf({ objects: [objectStream([action], false)] }),
  unpacked: (action) => buildPdf({ objects: [objectStream([action], true, false)] }),
  "inside-a-stream": (action) => {
    const hidden = `99 0 obj ${action} endobj`;
    return buildPdf({
      objects: [`<< /Length ${hidden.length} >>\nstream\n${hidden}\nendstream`],
    });
  },
  "later-change": (action) =>
    buildPdf({
      update: `30 0 obj\n${action}\nendobj\nxref\n30 1\n0000000000 00000 n \ntrailer << /Root 1 0 R /Size 31 >>\nstartxref\n0\n%%EOF\n`,
    }),
};

export function activePdfs(): Sample[] {
  const dice = new Dice(1);
  const samples: Sample[] = [];
  for (const [what, action] of Object.entries(actions)) {
    for (const [where, place] of Object.entries(places)) {
      for (const [index, dress] of dresses.entries()) {
        if ((index + what.length + where.length) % 2 === 0 || index === 0) {
          samples.push(pdf(`${what}-${where}-${index}`, place(dress(action, dice))));
        }
      }
    }
  }
  for (const [what, entry] of Object.entries(entries)) {
    for (const [index, dress] of dresses.entries()) {
      const objects = ["<< /Length 2 >>\nstream\nMZ\nendstream"];
      samples.push(pdf(`${what}-${index}`, buildPdf({ catalogue: dress(entry, dice), objects })));
    }
  }
  return samples;
}

function pdf(name: string, bytes: Buffer): Sample {
  return { group: "active-pdf", name: `${name}.pdf`, bytes };
}

/** Locked, packed to burst, two things at once, or broken. */
export function badPdfs(): Sample[] {
  const good = buildPdf();
  const bomb = deflateSync(Buffer.alloc(300 * 1024 ** 2)).toString("latin1");
  const pack = deflateSync(Buffer.alloc(70 * 1024 ** 2)).toString("latin1");
  const one = (name: string, bytes: Buffer): Sample => ({
    group: "bad-pdf",
    name: `${name}.pdf`,
    bytes,
  });
  const stream = (entry: string, body: string) =>
    buildPdf({ objects: [`<< ${entry} /Length ${body.length} >>\nstream\n${body}\nendstream`] });
  const html = "<html><script>alert(1)</script></html>";
  return [
    one("locked", buildPdf({ trailer: "/Encrypt << /Filter /Standard /V 2 /R 3 >>" })),
    one("locked-escaped", buildPdf({ trailer: "/#45ncrypt << /Filter /Standard /V 4 >>" })),
    one("stream-bomb", stream("/Filter /FlateDecode", bomb)),
    one("stream-bomb-short-name", stream("/Filter /Fl", bomb)),
    one("object-bomb", stream("/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode", pack)),
    one("twice-packed", stream("/Filter [/FlateDecode /FlateDecode]", pack.slice(0, 100))),
    one(
      "odd-object-stream",
      stream("/Type /ObjStm /N 1 /First 4 /Filter /ASCIIHexDecode", "3c3c>"),
    ),
    one("broken-object-stream", stream("/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode", "xxxx")),
    one("flood", stream("/Subtype /Image /Width 100000 /Height 100000 /BitsPerComponent 8", "x")),
    one("deep", buildPdf({ objects: ["[".repeat(5000) + "]".repeat(5000)] })),
    one("deep-dictionaries", buildPdf({ objects: ["<</A ".repeat(3000) + ">>".repeat(3000)] })),
    one("html-before", buildPdf({ before: `${html}\n` })),
    one("php-before", buildPdf({ before: "<?php system('id'); ?>\n" })),
    one("shell-before", buildPdf({ before: "#!/bin/sh\n" })),
    one("exe-before", buildPdf({ before: "MZ\x90\0\x03" })),
    one("html-behind", buildPdf({ after: html })),
    one("zip-behind", Buffer.concat([good, Buffer.from("504b0506" + "00".repeat(18), "hex")])),
    one("zip-inside", stream("/X 1", `PK\x05\x06${"\0".repeat(18)}`)),
    one("head-only", Buffer.from("%PDF-1.7\n%%EOF\n")),
    one(
      "no-pages",
      Buffer.from(
        good.toString("latin1").replace("/Kids [3 0 R] /Count 1", "/Kids [] /Count 0"),
        "latin1",
      ),
    ),
    one("too-many-pages", manyPages(5001)),
  ];
}

function manyPages(count: number): Buffer {
  const kids = times(count, (index) => `${10 + index} 0 R`).join(" ");
  const page = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>";
  const text = buildPdf({ objects: times(count, () => page) }).toString("latin1");
  const swapped = text.replace("/Kids [3 0 R] /Count 1", `/Kids [${kids}] /Count ${count}`);
  return Buffer.from(swapped.replace(/xref[^]*trailer/, "trailer"), "latin1");
}
