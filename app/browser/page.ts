/** The token that proves a request comes from our own page. */
export function csrfToken(): string {
  return document.querySelector<HTMLMetaElement>('meta[name="csrf-token"]')?.content ?? "";
}

/** Says something to those who listen instead of look. */
export function say(words: string): void {
  const live = document.getElementById("live");
  if (live) {
    live.textContent = words;
  }
}

/** Whether a key press belongs to a field or an open dialog and not to the page. */
export function isTyping(event: KeyboardEvent): boolean {
  const { target } = event;
  return (
    event.ctrlKey ||
    event.metaKey ||
    event.altKey ||
    document.querySelector("dialog[open]") !== null ||
    (target instanceof HTMLElement &&
      (target.isContentEditable || target.matches("input:not([type=checkbox]), select, textarea")))
  );
}
