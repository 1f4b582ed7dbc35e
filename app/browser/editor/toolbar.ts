import type { Command } from "prosemirror-state";
import type { EditorView } from "prosemirror-view";
import type { EditorWords } from "../../writing/editor-words.ts";
import { icon } from "./icons.ts";
import { make } from "./make.ts";
import type { Refer } from "./reference-dialog.ts";
import { cellAround } from "./table.ts";
import { tableTools, tools } from "./tools.ts";
import type { Tool } from "./tools.ts";

interface Bar {
  readonly dom: HTMLElement;
  /** Shows what is on and what is possible where the cursor stands now. */
  readonly refresh: () => void;
}

interface Given {
  readonly words: EditorWords;
  readonly refer: Refer | undefined;
}

export function startToolbar(view: EditorView, { words, refer }: Given): Bar {
  const offered: readonly Tool[] = refer
    ? [...tools, { name: "reference", keys: "@", run: openReference(view, refer) }]
    : tools;
  const buttons = offered.map((tool) => toolButton(view, { tool, label: words[tool.name] }));
  const main = make("div", { class: "editor-tools", role: "toolbar", "aria-label": words.tools });
  main.append(...buttons.map(({ dom }) => dom));
  const table = tableBar(view, words);
  moveWithArrows(main);
  return {
    dom: make("div", { class: "editor-bars" }, main, table.dom),
    refresh: () => {
      buttons.forEach(({ refresh }) => refresh());
      table.refresh();
    },
  };
}

function openReference(view: EditorView, refer: Refer): Command {
  return (_state, dispatch) => {
    if (dispatch) {
      refer(view);
    }
    return true;
  };
}

function toolButton(view: EditorView, { tool, label }: { tool: Tool; label: string }): Bar {
  const dom = make("button", {
    type: "button",
    tabindex: "-1",
    "aria-label": label,
    title: tool.keys ? `${label} (${tool.keys})` : label,
  });
  dom.append(icon(tool.name));
  runOnClick(dom, { view, command: tool.run });
  const refresh = () => {
    if (tool.isOn) {
      dom.setAttribute("aria-pressed", String(tool.isOn(view.state)));
    }
    // Not `disabled`: a button that goes dead under the finger would drop the focus.
    dom.setAttribute("aria-disabled", String(!tool.run(view.state)));
  };
  return { dom, refresh };
}

function tableBar(view: EditorView, words: EditorWords): Bar {
  const dom = make("div", {
    class: "editor-tools",
    role: "toolbar",
    "aria-label": words.tableTools,
  });
  for (const { name, run } of tableTools) {
    const button = make("button", { type: "button", tabindex: "-1" }, words[name]);
    runOnClick(button, { view, command: run });
    dom.append(button);
  }
  moveWithArrows(dom);
  return { dom, refresh: () => (dom.hidden = !cellAround(view.state)) };
}

function runOnClick(
  button: HTMLButtonElement,
  { view, command }: { view: EditorView; command: Command },
): void {
  button.addEventListener("mousedown", (event) => event.preventDefault());
  button.addEventListener("click", () => {
    command(view.state, view.dispatch.bind(view), view);
    if (!document.querySelector("dialog[open]")) {
      view.focus();
    }
  });
}

/** One stop for Tab in each bar; the arrows move inside it. */
function moveWithArrows(bar: HTMLElement): void {
  const buttons = [...bar.querySelectorAll("button")];
  buttons[0]?.setAttribute("tabindex", "0");
  bar.addEventListener("keydown", (event) => {
    const here = buttons.findIndex((button) => button === document.activeElement);
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const next = step ? buttons[(here + step + buttons.length) % buttons.length] : undefined;
    if (next) {
      event.preventDefault();
      buttons.forEach((button) => button.setAttribute("tabindex", button === next ? "0" : "-1"));
      next.focus();
    }
  });
}
