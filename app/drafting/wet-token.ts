const prefix = "SECRETARIAT-LETTER:";

/** What the QR code on a print says. It tells nothing but which print this is. */
export function qrTextOf(token: string): string {
  return prefix + token;
}

/** The tokens among the texts of the QR codes on a scan; other codes are not ours. */
export function tokensIn(texts: readonly string[]): string[] {
  return texts.filter((text) => text.startsWith(prefix)).map((text) => text.slice(prefix.length));
}
