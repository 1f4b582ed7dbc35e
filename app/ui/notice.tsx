import type { ComponentChildren } from "preact";
import { Icon } from "./icon.tsx";

/** A message in the flow of the page. */
export function Notice(props: {
  readonly tone?: "plain" | "done" | "warning" | "error" | undefined;
  readonly title?: string | undefined;
  readonly children?: ComponentChildren;
}) {
  const tone = props.tone ?? "plain";
  return (
    <div class={`notice notice-${tone}`}>
      {tone !== "plain" && <Icon name={tone === "done" ? "check" : "warning"} />}
      <div>
        {props.title !== undefined && <p class="notice-title">{props.title}</p>}
        {props.children}
      </div>
    </div>
  );
}
