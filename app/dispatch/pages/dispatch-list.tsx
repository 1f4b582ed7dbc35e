import { formatDate, formatDateTime, t } from "../../base/index.ts";
import { Button, HiddenFields, Mixed, Panel, Tag } from "../../ui/index.ts";
import { dispatchStates, modes, type DispatchState } from "../modes.ts";
import { rupees } from "../register-rows.ts";
import type { DispatchWithRights } from "./letter-page.tsx";

interface DispatchListProps {
  readonly letterId: string;
  readonly dispatches: readonly DispatchWithRights[];
}

/** What became of each copy, and what can be done about it. */
export function DispatchList({ dispatches, letterId }: DispatchListProps) {
  const mayHand = dispatches.filter(({ may }) => may.hand);
  return (
    <Panel
      title={t("Addressees")}
      actions={
        dispatches.length > 0 && (
          <a
            href={`/dispatches/labels?${new URLSearchParams(dispatches.map(({ id }) => ["ids", id]))}`}
          >
            {t("Address labels")}
          </a>
        )
      }
    >
      <ol class="dispatches">
        {dispatches.map((dispatch) => (
          <li key={dispatch.id}>
            <Line dispatch={dispatch} />
          </li>
        ))}
      </ol>
      {mayHand.length > 0 && (
        <form method="post" action={`/letters/${letterId}/registry`}>
          <HiddenFields />
          {mayHand.map(({ id }) => (
            <input key={id} type="hidden" name="ids" value={id} />
          ))}
          <Button>
            {mayHand.length === 1
              ? t("Leave it to the registry")
              : t("Leave all {count} to the registry", { count: mayHand.length })}
          </Button>
        </form>
      )}
    </Panel>
  );
}

function Line({ dispatch }: { readonly dispatch: DispatchWithRights }) {
  const { address, kind, name, outwardNumber, state } = dispatch;
  return (
    <>
      <p class="dispatch-line">
        <strong>
          <Mixed text={name} />
        </strong>
        <Tag tone={tones[state]}>{t(dispatchStates[state])}</Tag>
        {kind === "copy" && <Tag>{t("By copy")}</Tag>}
      </p>
      <p class="quiet">
        <Mixed text={[address.replaceAll("\n", ", "), outwardNumber].filter(Boolean).join(" · ")} />
      </p>
      <p class="quiet">{wayOf(dispatch)}</p>
      <Steps dispatch={dispatch} />
    </>
  );
}

const tones: Readonly<Record<DispatchState, "plain" | "soon" | "done" | "overdue">> = {
  waiting: "soon",
  dispatched: "plain",
  delivered: "done",
  returned: "overdue",
};

/** How it went and what is known of it, in one line. */
function wayOf(dispatch: DispatchWithRights): string {
  const { chargePaise, deliveredOn, dispatchedAt, mode, postId, returnReason, trackingNumber } =
    dispatch;
  const waits = dispatch.via === "registry" ? t("with the registry") : "";
  return [
    mode ? t(modes[mode]) : postId ? t("reaches the desk by itself") : waits,
    dispatchedAt ? t("dispatched {moment}", { moment: formatDateTime(dispatchedAt) }) : "",
    trackingNumber ?? "",
    chargePaise === null ? "" : t("₹ {amount}", { amount: rupees(chargePaise) }),
    deliveredOn ? t("delivered {date}", { date: formatDate(deliveredOn) }) : "",
    returnReason ? t("came back: {reason}", { reason: returnReason }) : "",
  ]
    .filter(Boolean)
    .join(" · ");
}

function Steps({ dispatch }: { readonly dispatch: DispatchWithRights }) {
  const { id, may } = dispatch;
  return (
    <div class="button-bar">
      {may.dispatch && (
        <Button kind="link" href={`/dispatches/new?ids=${id}`} drawer>
          {t("Dispatch…")}
        </Button>
      )}
      {may.deliver && (
        <Button kind="link" href={`/dispatches/${id}/delivery`} drawer>
          {t("Delivered…")}
        </Button>
      )}
      {may.return && (
        <Button kind="link" href={`/dispatches/${id}/return`} drawer>
          {t("Came back…")}
        </Button>
      )}
      {may.again && (
        <form method="post" action={`/dispatches/${id}/again`}>
          <HiddenFields />
          <Button kind="link">{t("Send it again")}</Button>
        </form>
      )}
    </div>
  );
}
