/**
 * Removes what cannot be seen and can deceive: control characters, bidirectional overrides, lone
 * surrogates, tag characters. The two joiners stay, because Hindi spelling needs them.
 */
export function cleanText(text: string): string {
  return text
    .replace(/[\t\n\r\u0085\u2028\u2029]+/gu, " ")
    .replace(
      /[\p{Cc}\p{Cs}\u061C\u200B\u200E\u200F\u202A-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB\uFFFE\uFFFF\u{E0000}-\u{E007F}]/gu,
      "",
    )
    .normalize("NFC");
}
