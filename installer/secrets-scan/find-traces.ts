export interface Canary {
  readonly name: string;
  readonly text: string | Uint8Array;
}

/** Which of these secrets stand in these bytes, as they are or as programs commonly write them. */
export function findTraces(bytes: Buffer, secrets: readonly Canary[]): string[] {
  return secrets
    .filter((secret) => formsOf(secret).some((form) => bytes.includes(form)))
    .map(({ name }) => name);
}

function formsOf({ text }: Canary): Buffer[] {
  const bytes = Buffer.from(text);
  const forms = [bytes, ...writings(bytes), ...writings(Buffer.from(bytes.toString(), "utf16le"))];
  const url = typeof text === "string" ? [Buffer.from(encodeURIComponent(text))] : [];
  const json = typeof text === "string" ? [Buffer.from(JSON.stringify(text).slice(1, -1))] : [];
  return [...forms, ...url, ...json, Buffer.from(bytes.toString(), "utf16le")];
}

function writings(bytes: Buffer): Buffer[] {
  const hex = bytes.toString("hex");
  return [Buffer.from(hex), Buffer.from(hex.toUpperCase()), ...inBase64(bytes)];
}

/** Inside a longer text its letters depend on where it begins; what is cut off here depends on its neighbours. */
function inBase64(bytes: Buffer): Buffer[] {
  return [0, 1, 2].flatMap((before) => {
    const text = Buffer.concat([Buffer.alloc(before), bytes])
      .toString("base64")
      .replace(/=+$/, "");
    const sure = text.slice(before === 0 ? 0 : before + 1, -2);
    return [Buffer.from(sure), Buffer.from(sure.replaceAll("+", "-").replaceAll("/", "_"))];
  });
}
