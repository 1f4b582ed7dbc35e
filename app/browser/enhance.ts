type Start = (element: HTMLElement) => void;

const starts = new Map<string, Start>();
const started = new WeakMap<HTMLElement, Set<string>>();

/** Names the behaviours that `data-enhance` may ask for. */
export function register(behaviours: Readonly<Record<string, Start>>): void {
  for (const [name, start] of Object.entries(behaviours)) {
    starts.set(name, start);
  }
}

/** Starts what the elements under `root` ask for, each once. */
export function startAll(root: Element): void {
  const asking = [root, ...root.querySelectorAll("[data-enhance]")];
  for (const element of asking) {
    if (element instanceof HTMLElement && element.dataset["enhance"] !== undefined) {
      startOne(element, element.dataset["enhance"].split(" "));
    }
  }
}

function startOne(element: HTMLElement, names: readonly string[]): void {
  const already = started.get(element) ?? new Set<string>();
  started.set(element, already);
  for (const name of names) {
    if (!already.has(name)) {
      already.add(name);
      starts.get(name)?.(element);
    }
  }
}
