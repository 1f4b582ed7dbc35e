import { download, readStored, store, type Download } from "../base/index.ts";
import type { StoredDocument } from "./document.ts";
import { drawOnce } from "./draw-pages.ts";
import { stampCopy, type Stamp } from "./stamp-copy.ts";

/** A stamped picture: laid on a page, stamped there, and drawn as a picture again. */
export async function pictureOf(
  document: StoredDocument,
  stamp: Stamp & { readonly title: string },
): Promise<Download> {
  const pieces: Buffer[] = [];
  for await (const piece of readStored(document.sha256) as AsyncIterable<Buffer>) {
    pieces.push(piece);
  }
  const page = await store([await stampCopy([Buffer.concat(pieces)], stamp)]);
  const picture = (await drawOnce(page.sha256)) ?? Buffer.alloc(0);
  const name = document.name.replace(/\.\w+$/, ".jpg");
  return download({ mediaType: "image/jpeg", name, inline: true }, picture);
}
