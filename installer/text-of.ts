/** What an address answers, as text; "" where nobody does. */
export async function textOf(url: string): Promise<string> {
  try {
    return await (
      await fetch(url, { signal: AbortSignal.timeout(5_000), redirect: "manual" })
    ).text();
  } catch {
    return "";
  }
}
