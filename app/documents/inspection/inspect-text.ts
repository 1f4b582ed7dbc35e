import { refuseIf, Unfit, type Facts, type Look } from "./finding.ts";
import { refuseZipAtEnd } from "./foreign.ts";
import { windowsOf, type Source } from "./source.ts";
import { inspectMail } from "./inspect-mail.ts";

const longest = 20 * 1024 ** 2;
const markup =
  /<\s*(?:script|html|svg|iframe|object|embed|\?php|!doctype|\?xml|%)|^\s*(?:#!|@echo|<)/i;
/** What a spreadsheet would calculate on opening: a function, a program, an address. Minus five stays a number. */
const formula = /^[=+\-@][\s=+\-@]*[A-Za-z_][\w.]*\s*[(|!]/;

/** Text has no mark of its own; so its name must say that it is text, and its letters must be letters. */
export async function inspectText(
  source: Source,
  { extension, look }: { readonly extension: string; readonly look: Look },
): Promise<Facts> {
  refuseIf(source.size > longest, "unknown");
  const bytes = source.read(0, source.size);
  const text = lettersIn(bytes);
  refuseZipAtEnd(source);
  switch (extension) {
    case "txt":
      refuseIf(markup.test(text), "markup");
      return { mediaType: "text/plain", extension: "txt", pages: 1 };
    case "csv":
      refuseIf(markup.test(text), "markup");
      refuseIf(text.split(/[\n\r,;\t]/).some(calculates), "formulas");
      return { mediaType: "text/csv", extension: "csv", pages: 1 };
    case "eml":
      await inspectMail(text, look);
      return { mediaType: "message/rfc822", extension: "eml", pages: 1 };
    default:
      throw new Unfit("unknown");
  }
}

function calculates(cell: string): boolean {
  return formula.test(cell.replace(/^[\s"']+/, ""));
}

function lettersIn(bytes: Buffer): string {
  const isWide = bytes[0] === 0xff && bytes[1] === 0xfe;
  const text = isWide ? bytes.toString("utf16le", 2) : bytes.toString("utf8");
  // eslint-disable-next-line no-control-regex -- the point is to find them
  refuseIf(/[\0-\x08\x0b\x0e-\x1a\x1c-\x1f\x7f]/.test(text), "unknown");
  return text;
}

/** Whether every byte could belong to a text; for the question what a file without a mark is. */
export function isText(source: Source): boolean {
  for (const { bytes } of windowsOf({ ...source, size: Math.min(source.size, 4096) }, 4096, 0)) {
    const isWide = bytes[0] === 0xff && bytes[1] === 0xfe;
    if (!isWide && bytes.includes(0)) {
      return false;
    }
  }
  return true;
}
