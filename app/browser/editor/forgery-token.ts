const places = 'input[name="_csrf"], meta[name="csrf-token"]';

/** The token that proves a write came from our own page. */
export function forgeryToken(root: ParentNode = document): string {
  const place = root.querySelector(places);
  return place?.getAttribute("value") ?? place?.getAttribute("content") ?? "";
}

/** Gives every form on the page the token of the new session; true when it is another one. */
export function renewForgeryToken(fresh: string): boolean {
  const old = forgeryToken();
  if (fresh === "" || fresh === old) {
    return false;
  }
  for (const place of document.querySelectorAll(places)) {
    place.setAttribute(place instanceof HTMLMetaElement ? "content" : "value", fresh);
  }
  return true;
}
