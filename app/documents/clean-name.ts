const longest = 150;

/** A name people can read and files can bear: no path, no controls, no turned-round letters; never empty. */
export function cleanName(given: string, extension: string): string {
  const base = given
    .normalize("NFC")
    .replace(/^.*[\\/]/u, "")
    .replace(/[\p{Cc}\p{Cs}\u200B\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF<>:"|?*]/gu, "")
    .replace(/\s+/gu, " ")
    .replace(/^[.\s]+|(?<![.\s])[.\s]+$/gu, "");
  const stem = withoutExtension(base);
  return `${shorten(stem) || "document"}.${extension}`;
}

/** The name of a stored document as the title of a paper: without what the computer put behind it. */
export function titleOf(name: string): string {
  return withoutExtension(name);
}

function withoutExtension(name: string): string {
  return name.replace(/\.(pdf|png|jpe?g)$/iu, "").trimEnd();
}

/** Cuts between letters as readers count them, never inside a conjunct or an emoji. */
function shorten(stem: string): string {
  const letters = [...new Intl.Segmenter("hi").segment(stem)].map(({ segment }) => segment);
  return letters.slice(0, longest).join("").slice(0, longest).trim();
}
