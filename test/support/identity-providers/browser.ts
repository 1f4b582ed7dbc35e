import { visitAsStranger, type Shown } from "../visit.ts";

/** A browser that keeps cookies as browsers do, and goes where a provider leads only when told. */
export function aBrowser() {
  const cookies = new Map<string, string>();
  const ask = async (path: string, init: RequestInit = {}): Promise<Shown> => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const shown = await visitAsStranger(path, {
      ...init,
      headers: { accept: "text/html", cookie },
    });
    for (const line of shown.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === "" || /expires=Thu, 01 Jan 1970/i.test(line)) {
        cookies.delete(name);
      } else {
        cookies.set(name, value);
      }
    }
    return shown;
  };
  return {
    cookies,
    get: (path: string) => ask(path),
    post: (path: string, values: Record<string, string> = {}) =>
      ask(path, { method: "POST", body: new URLSearchParams(values) }),
    /** The form token that stands on every page of a session. */
    csrf: async () => String((await ask("/me")).$("input[name=_csrf]").first().val() ?? ""),
  };
}

export type Browser = ReturnType<typeof aBrowser>;

/** Goes to the provider and, its owner having proved who he is, gets the address to come back to. */
export async function goThere(browser: Browser, provider: string, next?: string): Promise<URL> {
  const search = next === undefined ? "" : `?next=${encodeURIComponent(next)}`;
  return goFrom(browser, `/single-sign-on/${provider}${search}`);
}

/** The same from an address of ours. */
export async function goFrom(browser: Browser, address: string): Promise<URL> {
  const left = await browser.get(address);
  if (left.location === null) {
    throw new Error(`Nobody led on from ${address}: ${left.status} ${left.$("h1").text()}`);
  }
  const there = await fetch(left.location, { redirect: "manual" });
  const back = there.headers.get("location");
  if (back === null) {
    throw new Error(`Nobody led back from ${left.location}: ${there.status} ${await there.text()}`);
  }
  return new URL(back);
}

export function comeBackBy(browser: Browser, back: URL): Promise<Shown> {
  return browser.get(back.pathname + back.search);
}

/** Whether a session was opened. */
export function isIn(browser: Browser): boolean {
  return browser.cookies.has("session");
}
