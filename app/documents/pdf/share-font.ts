import type PDFDocument from "pdfkit";

type Document = InstanceType<typeof PDFDocument>;

/** The part of pdfkit's own embedded font that is used here; its types do not tell of it. */
interface EmbeddedFont {
  readonly font: unknown;
  layoutCache: object;
  readonly constructor: new (document: Document, font: unknown, id: string) => EmbeddedFont;
}

interface FontHolder {
  _font: EmbeddedFont;
  _fontCount: number;
  readonly _fontFamilies: Record<string, EmbeddedFont>;
}

interface Parsed {
  readonly first: EmbeddedFont;
  layouts: object;
  uses: number;
}

const parsed = new Map<string, Parsed>();
// The layouts of words are forgotten now and then, so that a long-lived process does not hoard them.
const usesOfLayouts = 200;

/**
 * Registers a font under a name. pdfkit parses a font file anew for every document, which takes
 * longer than drawing a letter; here the parsed font and the layouts of its words are kept.
 * What is embedded, the subset of glyphs in use, belongs to each document as before.
 */
export function shareFont(document: Document, name: string, file: Buffer): void {
  // The fields are pdfkit's own; a version that renames them fails here at the first document.
  const holder = document as unknown as FontHolder;
  const known = parsed.get(name);
  if (!known) {
    document.registerFont(name, file).font(name);
    parsed.set(name, { first: holder._font, layouts: holder._font.layoutCache, uses: 1 });
    return;
  }
  known.uses += 1;
  if (known.uses % usesOfLayouts === 0) {
    known.layouts = Object.create(null);
  }
  holder._fontCount += 1;
  const font = new known.first.constructor(document, known.first.font, `F${holder._fontCount}`);
  font.layoutCache = known.layouts;
  holder._fontFamilies[name] = font;
  document.registerFont(name, file);
}
