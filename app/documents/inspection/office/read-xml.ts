import { refuseIf } from "../finding.ts";

/** The text of an XML part, its letters by number resolved; refused where it defines anything of its own. */
export function readXml(bytes: Buffer): string {
  const text = decode(bytes);
  refuseIf(/<!(?:doctype|entity|element|attlist|notation)/i.test(text), "bomb");
  return text
    .replace(/&#x([\da-f]{1,6});/gi, (_, digits: string) => letter(parseInt(digits, 16)))
    .replace(/&#(\d{1,7});/g, (_, digits: string) => letter(Number(digits)));
}

/** What declares another way of writing letters could hide anything from this reader. */
function decode(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) {
    return bytes.toString("utf16le", 2);
  }
  refuseIf(bytes[0] === 0xfe && bytes[1] === 0xff, "damaged");
  refuseIf(bytes.subarray(0, 64).includes(0), "damaged");
  const text = bytes.toString("utf8");
  const [, encoding = "utf-8"] = /^\ufeff?<\?xml[^>]*encoding\s*=\s*["']([^"']*)/i.exec(text) ?? [];
  refuseIf(!/^(?:utf-8|us-ascii|iso-8859-1|windows-1252)$/i.test(encoding), "damaged");
  return text;
}

function letter(code: number): string {
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : "";
}

/** The attributes of every element of this local name, whatever prefix it has. */
export function elements(xml: string, name: string): ReadonlyMap<string, string>[] {
  const found = xml.matchAll(new RegExp(`<(?:[\\w.-]+:)?${name}(\\s[^<>]*)?>`, "g"));
  return [...found].map(([, attributes = ""]) => attributesIn(attributes));
}

function attributesIn(text: string): Map<string, string> {
  const pairs = text.matchAll(/([\w.:-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g);
  return new Map(
    [...pairs].map(([, name = "", one, other]) => [
      name.replace(/^.*:/, "").toLowerCase(),
      (one ?? other ?? "").trim(),
    ]),
  );
}
