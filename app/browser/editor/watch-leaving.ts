import { isUnsaved, keep, soon } from "./saving.ts";
import type { Saving } from "./saving.ts";

/** Keeps the text when the page goes away, asks before it does, and tries again when the link is back. */
export function watchLeaving(saving: Saving, saveLeaving: () => void): void {
  const leave = () => {
    keep(saving);
    if (isUnsaved(saving)) {
      saveLeaving();
    }
  };
  window.addEventListener("pagehide", leave);
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") {
      leave();
    }
  });
  window.addEventListener("beforeunload", (event) => {
    if (isUnsaved(saving)) {
      event.preventDefault();
    }
  });
  window.addEventListener("online", () => void saving.flush());
  window.addEventListener("focus", () => {
    if (saving.pause > soon) {
      void saving.flush();
    }
  });
}
