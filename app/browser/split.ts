/** Makes the border of a split view draggable, remembers it, and turns the panes into tabs on a phone. */
export function startSplit(split: HTMLElement): void {
  const border = split.querySelector<HTMLElement>(".split-border");
  const key = `split:${split.dataset["name"] ?? ""}`;
  if (!border) {
    return;
  }
  const set = (share: number): void => {
    const kept = Math.round(Math.min(80, Math.max(20, share)));
    split.style.setProperty("--left", `${kept}%`);
    border.setAttribute("aria-valuenow", String(kept));
    localStorage.setItem(key, String(kept));
  };
  const remembered = Number(localStorage.getItem(key));
  if (remembered > 0) {
    set(remembered);
  }
  startDragging(split, border, set);
  startBorderKeys(border, set);
  startSides(split);
}

type Set = (share: number) => void;

function startDragging(split: HTMLElement, border: HTMLElement, set: Set): void {
  border.addEventListener("pointerdown", (event) => {
    border.setPointerCapture(event.pointerId);
    split.classList.add("split-moving");
  });
  border.addEventListener("pointermove", (event) => {
    if (border.hasPointerCapture(event.pointerId)) {
      const { left, width } = split.getBoundingClientRect();
      set(((event.clientX - left) / width) * 100);
    }
  });
  border.addEventListener("lostpointercapture", () => split.classList.remove("split-moving"));
}

function startBorderKeys(border: HTMLElement, set: Set): void {
  border.addEventListener("keydown", (event) => {
    const step = { ArrowLeft: -4, ArrowRight: 4 }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      set(Number(border.getAttribute("aria-valuenow")) + step);
    }
  });
}

function startSides(split: HTMLElement): void {
  const show = (side: string): void => {
    split.dataset["side"] = side;
    for (const button of split.querySelectorAll<HTMLElement>(".split-tabs button")) {
      button.setAttribute("aria-pressed", String(button.dataset["side"] === side));
    }
  };
  show(/^#paper(-|$)/.test(location.hash) ? "right" : "left");
  split.querySelector(".split-tabs")?.addEventListener("click", (event) => {
    const button = event.target instanceof Element ? event.target.closest("button") : null;
    if (button) {
      show(button.dataset["side"] ?? "left");
    }
  });
}
