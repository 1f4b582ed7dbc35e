import type { ComponentChildren } from "preact";

export type Tone = "plain" | "accent" | "overdue" | "soon" | "done";

/** A state in a word: closed, parked, confidential, vacant. */
export function Tag(props: {
  readonly tone?: Tone | undefined;
  readonly children: ComponentChildren;
}) {
  return <span class={`tag tag-${props.tone ?? "plain"}`}>{props.children}</span>;
}
