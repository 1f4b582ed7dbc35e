import { Mixed } from "../../ui/index.ts";
import type { KnownSender } from "../find-senders.ts";
import { senderOf } from "../letter.ts";

/** Known senders; each carries what it fills into the form. */
export function SenderOptions({ senders }: { readonly senders: readonly KnownSender[] }) {
  return (
    <>
      {senders.map((sender) => (
        <li
          key={senderOf(sender)}
          role="option"
          aria-selected="false"
          data-fill={JSON.stringify(sender)}
        >
          <span class="lookup-label">
            <Mixed text={sender.senderName ?? senderOf(sender)} />
          </span>
          <span class="quiet">
            <Mixed text={senderOf({ ...sender, senderName: null })} />
          </span>
        </li>
      ))}
    </>
  );
}
