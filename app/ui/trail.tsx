import { t } from "../base/words.ts";
import { DateTime } from "./date-time.tsx";
import { Days } from "./days.tsx";
import { Mixed } from "./mixed.tsx";
import { PersonBlock } from "./person-block.tsx";

export interface TrailPerson {
  readonly post: string;
  readonly name?: string | undefined;
}

export interface TrailStep {
  readonly id: string;
  /** What happened, in a word or two: sent, returned, pulled back, created. */
  readonly what: string;
  readonly at: Date | string;
  readonly by: TrailPerson;
  readonly to?: TrailPerson | undefined;
  readonly action?: string | undefined;
  readonly remark?: string | undefined;
  /** What else is known of it, each a few words: priority, due date, when it was opened. */
  readonly facts?: readonly string[] | undefined;
  /** Working days it then stayed with `to`. */
  readonly days?: number | undefined;
  readonly here?: boolean | undefined;
}

/** The way an item went, newest on top, with the days at each desk. */
export function Trail(props: { readonly label: string; readonly steps: readonly TrailStep[] }) {
  return (
    <ol class="trail" aria-label={props.label}>
      {props.steps.map((step) => (
        <li key={step.id} class={step.here === true ? "trail-here" : undefined}>
          <div class="trail-when">
            <DateTime at={step.at} />
            {step.days !== undefined && <Days count={step.days} />}
          </div>
          <TrailWhat step={step} />
        </li>
      ))}
    </ol>
  );
}

function TrailWhat({ step }: { readonly step: TrailStep }) {
  const { by, to } = step;
  return (
    <div class="trail-what">
      <p>
        <strong>{step.what}</strong>
        {step.action !== undefined && (
          <q>
            <Mixed text={step.action} />
          </q>
        )}
        {step.here === true && <span class="tag tag-accent">{t("It lies here now")}</span>}
      </p>
      <p class="trail-hands">
        <PersonBlock name={by.name} post={by.post} />
        {to && (
          <>
            <span class="trail-arrow" role="img" aria-label={t("to")} />
            <PersonBlock name={to.name} post={to.post} />
          </>
        )}
      </p>
      {step.remark !== undefined && step.remark !== "" && (
        <p class="trail-remark">
          <Mixed text={step.remark} />
        </p>
      )}
      {step.facts && step.facts.length > 0 && <p class="quiet">{step.facts.join(" · ")}</p>}
    </div>
  );
}
