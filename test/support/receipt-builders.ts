import { randomInt } from "node:crypto";
import PDFDocument from "pdfkit";
import { store, type Actor, type UploadedFile } from "../../app/base/index.ts";
import { registerDocument, type StoredDocument } from "../../app/documents/index.ts";
import {
  registerReceipt,
  type DiariseInput,
  type RegisteredReceipt,
} from "../../app/receipts/index.ts";

/** The bytes of a small real PDF; each is different unless the words are given. */
export function aPdf(
  given: { words?: string; pages?: number; password?: string } = {},
): Promise<Buffer> {
  const { pages = 1, words = `Letter ${randomInt(1e9)}`, password } = given;
  const pdf = new PDFDocument({
    size: "A4",
    info: { CreationDate: new Date(0), ModDate: new Date(0) },
    ...(password === undefined ? {} : { userPassword: password }),
  });
  for (let page = 1; page <= pages; page += 1) {
    if (page > 1) {
      pdf.addPage();
    }
    pdf.text(`${words}, page ${page}`);
  }
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    pdf.on("data", (chunk: Buffer) => chunks.push(chunk));
    pdf.on("end", () => resolve(Buffer.concat(chunks)));
    pdf.end();
  });
}

/** A file as the web hands it to a command: its bytes lie in the store. */
export async function anUpload(bytes: Uint8Array, name = "letter.pdf"): Promise<UploadedFile> {
  return { ...(await store([bytes])), field: "files", name };
}

export async function aDocument(
  actor: Actor,
  given: { words?: string; pages?: number } = {},
): Promise<StoredDocument> {
  return registerDocument(actor, await anUpload(await aPdf(given)));
}

/** The least a letter must say; every one from another sender with another number. */
export function aLetter(given: Partial<DiariseInput> = {}): DiariseInput {
  return {
    nature: "physical",
    subject: "ग्राम सेजबहार में भू-अर्जन का मुआवजा",
    deliveryMode: "speed_post",
    receivedOn: "2026-11-02",
    letterOn: "2026-10-28",
    letterNumber: `क/${randomInt(1e9)}/2026`,
    senderType: "district",
    senderName: "कलेक्टर, रायपुर",
    mainCategory: "land",
    ...given,
  };
}

/** A diarised letter on the actor's desk. Paper only unless documents are given. */
export function aReceipt(
  actor: Actor,
  given: Partial<DiariseInput> = {},
): Promise<RegisteredReceipt> {
  return registerReceipt(actor, aLetter(given));
}
