import type { TiffPage } from "./inspection/images/tiff.ts";
import type { Source } from "./inspection/source.ts";

/** A PDF of the pages of a TIFF: each strip is a picture of its own, one below the other. */
export function pdfOfStrips(source: Source, pages: readonly TiffPage[]): Buffer {
  const pdf = new Parts();
  const tree = pdf.reserve();
  const catalogue = pdf.add(`<< /Type /Catalog /Pages ${tree} 0 R >>`);
  const kids = pages.map((page) => pageOf(pdf, tree, { source, page }));
  pdf.fill(
    tree,
    `<< /Type /Pages /Kids [${kids.map((kid) => `${kid} 0 R`).join(" ")}] /Count ${kids.length} >>`,
  );
  return pdf.whole(catalogue);
}

interface Sheet {
  readonly source: Source;
  readonly page: TiffPage;
}

const longSide = 842;

function pageOf(pdf: Parts, tree: number, sheet: Sheet): number {
  const { height, tags, width } = sheet.page;
  const scale = longSide / Math.max(width, height);
  const offsets = tags.get(273) ?? [];
  const [perStrip = height] = tags.get(278) ?? [];
  const strips = offsets.map((at, index) => {
    const rows = Math.min(perStrip, height - index * perStrip);
    const length = tags.get(279)?.[index] ?? 0;
    return { rows, object: stripOf(pdf, sheet, { at, length, rows }) };
  });
  let below = height * scale;
  const drawing = strips.map(({ rows }, index) => {
    below -= rows * scale;
    return `q ${width * scale} 0 0 ${rows * scale} 0 ${below} cm /S${index} Do Q`;
  });
  const content = pdf.add("<< /Length LENGTH >>", Buffer.from(drawing.join("\n")));
  const named = strips.map(({ object }, index) => `/S${index} ${object} 0 R`).join(" ");
  return pdf.add(
    `<< /Type /Page /Parent ${tree} 0 R /MediaBox [0 0 ${width * scale} ${height * scale}]
     /Resources << /XObject << ${named} >> >> /Contents ${content} 0 R >>`,
  );
}

interface Strip {
  readonly at: number;
  readonly length: number;
  readonly rows: number;
}

function stripOf(pdf: Parts, { page, source }: Sheet, { at, length, rows }: Strip): number {
  const { tags, width } = page;
  const first = (tag: number, usual: number) => tags.get(tag)?.[0] ?? usual;
  const [bits, samples, meaning] = [first(258, 1), first(277, 1), first(262, 1)];
  const colours = samples >= 3 ? "/DeviceRGB" : "/DeviceGray";
  // White may be written as nothing or as everything.
  const decode = meaning === 0 && first(259, 1) !== 4 && first(259, 1) !== 3 ? "/Decode [1 0]" : "";
  return pdf.add(
    `<< /Type /XObject /Subtype /Image /Width ${width} /Height ${rows} /BitsPerComponent ${bits}
     /ColorSpace ${colours} ${decode} ${filterOf(page, { rows, bits, samples })} /Length LENGTH >>`,
    source.read(at, length),
  );
}

interface Form {
  readonly rows: number;
  readonly bits: number;
  readonly samples: number;
}

function filterOf({ tags, width }: TiffPage, { bits, rows, samples }: Form): string {
  const first = (tag: number, usual: number) => tags.get(tag)?.[0] ?? usual;
  const fax = (k: number) =>
    `/Filter /CCITTFaxDecode /DecodeParms << /K ${k} /Columns ${width} /Rows ${rows}
      /BlackIs1 ${first(262, 0) === 1} /EndOfBlock false >>`;
  const predictor = `/DecodeParms << /Predictor ${first(317, 1)} /Colors ${samples} /Columns ${width} /BitsPerComponent ${bits} >>`;
  switch (first(259, 1)) {
    case 2:
    case 3:
      return fax(first(292, 0) & 1 ? 1 : 0);
    case 4:
      return fax(-1);
    case 5:
      return `/Filter /LZWDecode ${predictor}`;
    case 7:
      return "/Filter /DCTDecode";
    case 8:
    case 32_946:
      return `/Filter /FlateDecode ${predictor}`;
    case 32_773:
      return "/Filter /RunLengthDecode";
    default:
      return "";
  }
}

/** The objects of a PDF as they are written, and where each begins. */
class Parts {
  readonly #parts: (Buffer | undefined)[] = [];

  reserve(): number {
    return this.#parts.push(undefined);
  }

  add(dictionary: string, stream?: Buffer): number {
    const number = this.reserve();
    this.fill(number, dictionary, stream);
    return number;
  }

  fill(number: number, dictionary: string, stream?: Buffer): void {
    const head = `${number} 0 obj\n${dictionary.replace("LENGTH", String(stream?.length ?? 0))}\n`;
    this.#parts[number - 1] = Buffer.concat(
      stream
        ? [Buffer.from(`${head}stream\n`), stream, Buffer.from("\nendstream\nendobj\n")]
        : [Buffer.from(`${head}endobj\n`)],
    );
  }

  whole(catalogue: number): Buffer {
    const head = Buffer.from("%PDF-1.7\n");
    let at = head.length;
    const places = this.#parts.map((part) => {
      const place = at;
      at += part?.length ?? 0;
      return `${String(place).padStart(10, "0")} 00000 n \n`;
    });
    const table = `xref\n0 ${places.length + 1}\n0000000000 65535 f \n${places.join("")}`;
    const tail = `trailer\n<< /Size ${places.length + 1} /Root ${catalogue} 0 R >>\nstartxref\n${at}\n%%EOF\n`;
    return Buffer.concat([
      head,
      ...this.#parts.flatMap((part) => part ?? []),
      Buffer.from(table + tail),
    ]);
  }
}
