import { Hidden } from "../../ui/index.ts";

/**
 * Asks the browser for a passkey and sends the form with what it answered. It needs the script and is not there
 * without it.
 */
export function PasskeyButton(props: {
  readonly act: "make" | "use";
  /** What the browser is asked. */
  readonly asked: object;
  readonly words: string;
  /** What is said where the browser has no passkey for us. */
  readonly failed: string;
}) {
  return (
    <>
      <Hidden name="passkey" value="" />
      <button
        type="button"
        class={`button button-${props.act === "make" ? "primary" : "secondary"} only-with-script`}
        data-passkey={props.act}
        data-asked={JSON.stringify(props.asked)}
        data-failed={props.failed}
      >
        {props.words}
      </button>
    </>
  );
}
