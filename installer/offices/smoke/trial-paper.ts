import PdfDocument from "pdfkit";

/** The letter that comes in: one small page of PDF, other bytes each time so that no two are the same paper. */
export function trialPaper(): Promise<Uint8Array<ArrayBuffer>> {
  const document = new PdfDocument({ size: "A4", info: { Title: "Trial letter" } });
  const parts: Buffer[] = [];
  return new Promise((resolve, reject) => {
    document.on("data", (part: Buffer) => parts.push(part));
    document.once("end", () => resolve(new Uint8Array(Buffer.concat(parts))));
    document.once("error", reject);
    document.fontSize(14).text("Trial letter");
    document.text(new Date().toISOString());
    document.end();
  });
}
