import { Readable } from "node:stream";
import type { IncomingMessage } from "node:http";
import { defineSealedColumn, openColumn, Refusal, sealColumn } from "../../../app/base/index.ts";
import { Fields } from "../../../app/base/web/fields.ts";
import { readMultipart } from "../../../app/base/web/multipart.ts";
import { cleanName } from "../../../app/documents/index.ts";
import type { Target } from "../fuzz.ts";

const isRefusal = (error: unknown): boolean => error instanceof Refusal;

const fields: Target = {
  name: "form-fields",
  inputs: 40_000,
  seeds: () => [Buffer.from("subject=%E0%A4%A8&ids=1&ids=2&_csrf=abc&__proto__=x&a%5B%5D=1")],
  words: ["&", "=", "%", "+", "%00", "__proto__", "constructor"],
  read: (input) => {
    const read = new Fields();
    for (const [name, value] of new URLSearchParams(input.toString())) {
      read.add(name, value);
    }
    if (Object.getPrototypeOf(read.values()) !== Object.prototype) {
      throw new Error("The fields of a form changed what their object is");
    }
  },
  isRefusal,
};

const boundary = "----edge";
const form = [
  `--${boundary}\r\nContent-Disposition: form-data; name="subject"\r\n\r\nविषय\r\n`,
  `--${boundary}\r\nContent-Disposition: form-data; name="files"; filename="a.pdf"\r\nContent-Type: application/pdf\r\n\r\n%PDF-1.4\r\n`,
  `--${boundary}--\r\n`,
].join("");

const multipart: Target = {
  name: "multipart",
  inputs: 1_000,
  seeds: () => [Buffer.from(form)],
  words: [`--${boundary}`, "--", "\r\n\r\n", "filename*=UTF-8''", 'name="', "Content-Disposition"],
  read: async (input) => {
    const headers = { "content-type": `multipart/form-data; boundary=${boundary}` };
    const request = Object.assign(Readable.from([input]), { headers, complete: true });
    await readMultipart(request as unknown as IncomingMessage);
  },
  isRefusal,
};

const names: Target = {
  name: "display-names",
  inputs: 20_000,
  seeds: () => [Buffer.from("../../आदेश  क्रमांक 12 .pdf.exe\u202efdp")],
  words: ["/", "\\", "..", ".", " ", "\u202e", "\u2066", "CON", "\0"],
  read: (input) => {
    const name = cleanName(input.toString(), "pdf");
    if (!/^[^/\\\p{Cc}\u202A-\u202E\u2066-\u2069]{1,160}\.pdf$/u.test(name)) {
      throw new Error(`A display name came out as ${JSON.stringify(name)}`);
    }
  },
  isRefusal,
};

const place = "employees.mobile";
const rowId = "0190aaaa-0000-7000-8000-000000000001";

/** A sealed value in which anything was changed stays shut. */
const sealed: Target = {
  name: "sealed-column",
  inputs: 20_000,
  seeds: () => {
    defineSealedColumn(place);
    return [Buffer.from(sealColumn(place, rowId, "9826012345"))];
  },
  read: (input) => {
    const opened = openColumn(place, rowId, input.toString());
    if (opened !== "9826012345") {
      throw new RangeError(`A changed value opened as ${opened}`);
    }
  },
  isRefusal: (error) => error instanceof Error && error.message.startsWith(`A value of ${place}`),
};

export const webTargets = [fields, multipart, names, sealed];
