/** A text the server has not acknowledged, as it lies in this browser's storage. */
export interface KeptText {
  readonly document: unknown;
  /** The server's revision it was written over. */
  readonly revision: number;
  readonly at: string;
  /** The window that wrote it. */
  readonly window: string;
}

const prefix = "kept-text:";
const oldest = 30 * 24 * 3600 * 1000;
const thisWindow = Math.random().toString(36).slice(2);

/** Keeps the text; false when the browser will not, such as when its storage is full or shut. */
export function keepText(url: string, text: Pick<KeptText, "document" | "revision">): boolean {
  try {
    const kept: KeptText = { ...text, at: new Date().toISOString(), window: thisWindow };
    localStorage.setItem(prefix + url, JSON.stringify(kept));
    return true;
  } catch {
    return false;
  }
}

export function readKeptText(url: string): KeptText | undefined {
  forgetOldTexts();
  return read(prefix + url);
}

/** Forgets the text, unless another window has kept its own there since. */
export function forgetText(url: string): void {
  if (read(prefix + url)?.window === thisWindow) {
    discardText(url);
  }
}

/** Forgets the text whoever kept it. */
export function discardText(url: string): void {
  try {
    localStorage.removeItem(prefix + url);
  } catch {
    // A browser whose storage is shut holds nothing to forget.
  }
}

function read(key: string): KeptText | undefined {
  try {
    return (JSON.parse(localStorage.getItem(key) ?? "null") as KeptText | null) ?? undefined;
  } catch {
    return undefined;
  }
}

function forgetOldTexts(): void {
  try {
    Object.keys(localStorage)
      .filter((key) => key.startsWith(prefix))
      .filter((key) => Date.now() - Date.parse(read(key)?.at ?? "") > oldest)
      .forEach((key) => localStorage.removeItem(key));
  } catch {
    // As above.
  }
}
