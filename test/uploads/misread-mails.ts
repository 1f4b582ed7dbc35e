import type { Sample } from "./sample.ts";

const head =
  "From: a@x.example\r\nDate: Fri, 20 Nov 2026 10:00:00 +0530\r\nSubject: x\r\nMIME-Version: 1.0\r\n";
const program =
  'Content-Type: application/octet-stream; name="x.exe"\r\nContent-Transfer-Encoding: base64\r\n\r\nTVqQAAM=\r\n';
const plain = "Content-Type: text/plain\r\n\r\nhello\r\n";

/** Mails of which it is not plain where one part ends and the next begins. */
export function misreadMails(): Sample[] {
  const parts = `--b\r\n${program}--b--\r\n`;
  const both = `--other\r\n${plain}--other--\r\n${parts}`;
  const made = {
    "other-boundary": `Content-Type: multipart/mixed; x-boundary=other; boundary=b\r\n\r\n${parts}`,
    "boundary-in-pieces": `Content-Type: multipart/mixed; x-boundary=other; boundary*0=b\r\n\r\n${both}`,
    "typed-twice": `Content-Type: multipart/mixed; boundary=other\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n${both}`,
    "space-before-the-colon": `Content-Type : multipart/mixed; boundary=b\r\n\r\n${parts}`,
    "no-parts": `Content-Type: multipart/mixed; boundary=other\r\n\r\n${parts}`,
    "in-the-text": `Content-Type: text/plain\r\n\r\nhello\r\nbegin 644 x.exe\r\n#35J0\r\n\`\r\nend\r\n`,
  };
  return Object.entries(made).map(([name, text]) => ({
    group: "misread-mail",
    name: `${name}.eml`,
    bytes: Buffer.from(head + text, "latin1"),
  }));
}
