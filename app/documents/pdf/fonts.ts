import { readFileSync } from "node:fs";
import PDFDocument from "pdfkit";
import { projectFile } from "../../base/index.ts";

/** One font family shapes Hindi and Latin right, so a line never has to be cut by script. */
export const fonts = { regular: "regular", bold: "bold" } as const;

const folder = "node_modules/@expo-google-fonts/noto-sans-devanagari";

export const fontSources = {
  regular: rememberingFont(`${folder}/400Regular/NotoSansDevanagari_400Regular.ttf`),
  bold: rememberingFont(`${folder}/700Bold/NotoSansDevanagari_700Bold.ttf`),
} as const;

/** The parts of an opened font that matter here. */
interface OpenedFont {
  layout(text: string, features?: unknown): unknown;
  /** A glyph is kept with the letters it was first made from, whatever it stands for later. */
  _glyphs: object;
}

/**
 * Shaping a Hindi word takes longer than all else in drawing it, and offices use the same words
 * again and again: so the font is opened once for the process, and remembers how words are shaped.
 */
function rememberingFont(path: string): Buffer {
  const opened = openFont(readFileSync(projectFile(path)));
  const known = new Map<string, unknown>();
  const layout = (text: string, features?: unknown) => {
    const shaped = (features ? undefined : known.get(text)) ?? shapeAfresh(opened, text, features);
    if (!features) {
      remember(known, text, shaped);
    }
    return shaped;
  };
  // pdfkit takes an opened font as well, which its types do not say.
  return Object.create(opened, { layout: { value: layout } }) as Buffer;
}

/** Forgets the glyphs of other words first, so that a word's shape never depends on what came before. */
function shapeAfresh(font: OpenedFont, text: string, features: unknown): unknown {
  font._glyphs = {};
  return font.layout(text, features);
}

function remember(known: Map<string, unknown>, text: string, shaped: unknown): void {
  if (known.size >= mostWords) {
    known.clear();
  }
  known.set(text, shaped);
}

const mostWords = 20_000;

function openFont(bytes: Buffer): OpenedFont {
  const scratch = new PDFDocument({ autoFirstPage: false }).font(bytes);
  return (scratch as unknown as { readonly _font: { readonly font: OpenedFont } })._font.font;
}
