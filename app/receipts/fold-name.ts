/** Consonants of both scripts as one letter each; what the scripts spell differently falls away. */
const consonants: Readonly<Record<string, string>> = {
  क: "k",
  ख: "k",
  ग: "g",
  घ: "g",
  ङ: "n",
  च: "c",
  छ: "c",
  ज: "j",
  झ: "j",
  ञ: "n",
  ट: "t",
  ठ: "t",
  ड: "d",
  ढ: "d",
  ण: "n",
  त: "t",
  थ: "t",
  द: "d",
  ध: "d",
  न: "n",
  प: "p",
  फ: "p",
  ब: "b",
  भ: "b",
  म: "m",
  र: "r",
  ल: "l",
  ळ: "l",
  व: "v",
  श: "s",
  ष: "s",
  स: "s",
  "ं": "n",
  "ँ": "n",
  "ृ": "r",
};

/** A name by its consonants, so that `Collector Raipur` finds `कलेक्टर रायपुर`. */
export function foldName(name: string): string {
  return name
    .normalize("NFC")
    .toLowerCase()
    .split(/[^\p{L}\p{M}]+/u)
    .map(foldWord)
    .filter((word) => word !== "")
    .join(" ");
}

function foldWord(word: string): string {
  const latin = word
    .replace(/ksh|क्ष/g, "ks")
    .replace(/tion\b/g, "sn")
    .replace(/ch/g, "C")
    .replace(/c/g, "k")
    .replace(/C/g, "c")
    .replace(/ph|f/g, "p")
    .replace(/w/g, "v")
    .replace(/q/g, "k")
    .replace(/z/g, "j")
    .replace(/x/g, "ks");
  return latin
    .split("")
    .map((letter) => consonants[letter] ?? (/[bcdgjklmnprstv]/.test(letter) ? letter : ""))
    .join("")
    .replace(/(.)\1+/g, "$1");
}
