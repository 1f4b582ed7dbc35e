import { t } from "../../base/index.ts";
import {
  Chips,
  DateInput,
  Disclosure,
  LiveSentence,
  Lookup,
  Select,
  TextArea,
  type Option,
} from "../../ui/index.ts";
import type { SendForm } from "../send-form.ts";

export interface SendingFieldsProps {
  readonly offered: SendForm;
  /** Chosen beforehand: the sender, where one replies. */
  readonly toPostId?: string | undefined;
  readonly actions: readonly Option[];
  readonly priorities: readonly Option[];
  readonly priority?: string | undefined;
  readonly dueOn?: string | undefined;
  readonly today: string;
}

/** To whom, what for, and what to say with it: the same for one item and for several. */
export function SendingFields(props: SendingFieldsProps) {
  const { offered } = props;
  return (
    <>
      <Lookup
        name="toPostId"
        label={t("To")}
        hint={t("Type a name, a post or a section, in Hindi or English.")}
        url="/posts/lookup"
        options={offered.to}
        value={props.toPostId}
      />
      <Chips label={t("Usual")} target="_text_toPostId" options={offered.usual} />
      <div class="field-columns field-columns-2">
        <Select
          name="actionAsked"
          label={t("What is asked")}
          options={props.actions}
          empty={t("Nothing in particular")}
          optional
        />
        <Select
          name="priority"
          label={t("Priority")}
          options={props.priorities}
          value={props.priority}
          empty={props.priority === undefined ? t("As each has it") : undefined}
        />
      </div>
      <TextArea name="remarks" label={t("Remarks")} maxLength={1000} rows={2} optional />
      <DateInput
        name="dueOn"
        label={t("Due date")}
        value={props.dueOn}
        min={props.today}
        optional
      />
      <CopyField options={offered.copies} />
      <LiveSentence words={t("Being sent to: {toPostId} · {actionAsked}")} needs={["toPostId"]} />
    </>
  );
}

function CopyField({ options }: { readonly options: readonly Option[] }) {
  return (
    <Disclosure title={t("Copies for information")} open={options.length > 0}>
      <Lookup
        name="copyPostIds"
        label={t("Copy to")}
        hint={t("No action is expected of those who get a copy.")}
        url="/posts/lookup"
        options={options}
        multiple
        optional
      />
    </Disclosure>
  );
}
