import { t, words } from "../base/index.ts";
import { priorities, type Priority } from "./item.ts";

const priorityNames: Readonly<Record<Priority, string>> = {
  ordinary: words("Ordinary"),
  priority: words("Priority"),
  immediate: words("Immediate"),
  top: words("Top priority"),
};

/** A priority as a tag draws it: its word, and how many strokes. */
export function priorityTag(priority: Priority): { word: string; rank: 0 | 1 | 2 | 3 } {
  return {
    word: t(priorityNames[priority]),
    rank: priorities.indexOf(priority) as 0 | 1 | 2 | 3,
  };
}

/** Every priority, for a field that chooses one. */
export function priorityOptions(): { value: Priority; label: string }[] {
  return priorities.map((value) => ({ value, label: t(priorityNames[value]) }));
}
