/** The order matters: most browsers also name those they descend from. */
const browsers: readonly (readonly [sign: RegExp, name: string])[] = [
  [/\bEdg(e|A|iOS)?\//, "Edge"],
  [/\bOPR\//, "Opera"],
  [/\bSamsungBrowser\//, "Samsung Internet"],
  [/\b(Firefox|FxiOS)\//, "Firefox"],
  [/\b(Chrome|CriOS|Chromium)\//, "Chrome"],
  [/\bSafari\//, "Safari"],
];

const systems: readonly (readonly [sign: RegExp, name: string])[] = [
  [/\b(iPhone|iPad)\b/, "iOS"],
  [/\bAndroid\b/, "Android"],
  [/\bWindows\b/, "Windows"],
  [/\bMac OS X\b/, "macOS"],
  [/\bCrOS\b/, "ChromeOS"],
  [/\bLinux\b/, "Linux"],
];

export interface Device {
  /** Names of products, alike in every language; nothing where it is not known. */
  readonly browser: string | null;
  readonly system: string | null;
}

/** What a browser says of itself, as far as people know these names. */
export function describeDevice(said: string | null): Device {
  const find = (known: typeof browsers): string | null =>
    known.find(([sign]) => sign.test(said ?? ""))?.[1] ?? null;
  return { browser: find(browsers), system: find(systems) };
}
