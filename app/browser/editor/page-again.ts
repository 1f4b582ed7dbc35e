/** The present page as the server would show it now, or nothing when it cannot be had. */
export async function fetchPageAgain(): Promise<Document | undefined> {
  const response = await fetch(location.href, { headers: { accept: "text/html" } });
  return response.ok && !response.redirected
    ? new DOMParser().parseFromString(await response.text(), "text/html")
    : undefined;
}

export interface LaterText {
  readonly document: unknown;
  readonly revision: number;
}

/** What the server holds now for the field that is saved at this address. */
export async function fetchLaterText(url: string): Promise<LaterText | undefined> {
  try {
    const page = await fetchPageAgain();
    const field = [...(page?.querySelectorAll<HTMLElement>("[data-autosave-url]") ?? [])].find(
      ({ dataset }) => dataset["autosaveUrl"] === url,
    );
    return (
      field && {
        document: JSON.parse(field.dataset["document"] ?? "null"),
        revision: Number(field.dataset["revision"] ?? 0),
      }
    );
  } catch {
    return undefined;
  }
}
