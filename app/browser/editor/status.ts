import { make } from "./make.ts";

export interface StatusAction {
  readonly label: string;
  /** A button does something here; a link opens another window. */
  readonly act: (() => void) | string;
}

export interface Status {
  readonly dom: HTMLElement;
  readonly say: (
    kind: "quiet" | "trouble",
    sentence: string,
    actions?: readonly StatusAction[],
  ) => void;
}

/** The line under the editor that says where the text stands; read out only when it changes. */
export function startStatus(): Status {
  const sentence = make("span", { role: "status" });
  const actions = make("span", { class: "editor-actions" });
  const dom = make("p", { class: "editor-status" }, sentence, actions);
  return {
    dom,
    say(kind, text, offered = []) {
      dom.dataset["kind"] = kind;
      if (sentence.textContent !== text) {
        sentence.textContent = text;
      }
      actions.replaceChildren(...offered.map(actionElement));
    },
  };
}

function actionElement({ label, act }: StatusAction): HTMLElement {
  if (typeof act === "string") {
    return make("a", { href: act, target: "_blank", rel: "noopener" }, label);
  }
  const button = make("button", { type: "button" }, label);
  button.addEventListener("click", act);
  return button;
}
