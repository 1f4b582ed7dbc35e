import type { ComponentChildren } from "preact";
import { Mixed } from "./mixed.tsx";

/** Who: name over post, with what one should know about him. */
export function PersonBlock(props: {
  readonly name: string | undefined;
  readonly post: string;
  readonly unit?: string | undefined;
  readonly tags?: ComponentChildren;
}) {
  return (
    <span class="person">
      <span class="person-post">
        <Mixed text={props.post} />
        {props.unit !== undefined && (
          <>
            {", "}
            <Mixed text={props.unit} />
          </>
        )}
      </span>
      {props.name !== undefined && (
        <span class="quiet">
          <Mixed text={props.name} />
        </span>
      )}
      {props.tags}
    </span>
  );
}
