const longest = 150;

/** A name people can read and files can bear: no path, no controls, no turned-round letters; never empty. */
export function cleanName(given: string, extension: string): string {
  const base = given
    .toWellFormed()
    .normalize("NFC")
    .replace(/^.*[\\/]/su, "")
    .replace(unprintable, "")
    .replace(/\s+/gu, " ")
    .replace(/^[.\s]+|(?<![.\s])[.\s]+$/gu, "");
  const stem = shorten(withoutPrograms(withoutExtension(base)));
  return `${reserved.test(stem) ? `${stem}_` : stem || "document"}.${extension}`;
}

/** Controls, halves of letters, marks that turn text round or hide in it, and what file systems refuse. */
const unprintable =
  /[\p{Cc}\p{Cs}\u00AD\u061C\u115F\u1160\u180E\u200B\u200E\u200F\u2028-\u202E\u2060-\u206F\u3164\uFEFF\uFFF9-\uFFFB\u{E0000}-\u{E007F}<>:"|?*]/gu;

/** Devices of Windows, whatever follows the dot. */
const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d|clock\$)(?:\.|$)/iu;

/** The name of a stored document as the title of a paper: without what the computer put behind it. */
export function titleOf(name: string): string {
  return withoutExtension(name);
}

function withoutExtension(name: string): string {
  return name
    .replace(/\.(pdf|png|jpe?g|tiff?|docx|xlsx|pptx|odt|ods|txt|csv|eml)$/iu, "")
    .trimEnd();
}

/** "letter.pdf.exe" is no letter: what would start a program does not stay at the end of a name. */
function withoutPrograms(stem: string): string {
  const program =
    /\.(?:exe|com|scr|pif|bat|cmd|ps1|vb[se]?|jse?|wsf|wsh|hta|jar|lnk|msi|reg|html?|svg|xht(?:ml)?|chm|php|asp|sh|py|docm|xlsm|pptm|pdf|png|jpe?g|tiff?|docx?|xlsx?|pptx?|od[ts]|txt|csv|eml)[.\s]*$/iu;
  let rest = stem;
  while (program.test(rest)) {
    rest = rest.replace(program, "");
  }
  return rest;
}

/** Cuts between letters as readers count them, never inside a conjunct or an emoji. */
function shorten(stem: string): string {
  const letters = [...new Intl.Segmenter("hi").segment(stem)].map(({ segment }) => segment);
  return letters.slice(0, longest).join("").slice(0, longest).trim();
}
