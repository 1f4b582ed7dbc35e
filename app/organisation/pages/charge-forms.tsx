import { formatDate, formatNumber, nameOf, t, type FormState } from "../../base/index.ts";
import {
  Button,
  ButtonBar,
  DateInput,
  Form,
  Lookup,
  Notice,
  PageHeading,
  Select,
  TextInput,
  type Option,
} from "../../ui/index.ts";
import { chargeKindNames, chargeKinds, type Charge, type ChargeKind } from "../charge.ts";
import type { Employee } from "../employee.ts";
import type { PostRecord } from "../post-queries.ts";

export interface ChargeFormProps {
  readonly post: PostRecord;
  readonly found: readonly Option[];
  readonly day: string;
  readonly form: FormState;
}

/** Gives somebody charge of a post. */
export function AssignChargePage({ post, found, day, form }: ChargeFormProps) {
  return (
    <>
      <PageHeading title={t("Give charge")} hint={nameOf(post)} />
      <Form action={`/office/posts/${post.id}/charges`} form={form} guard>
        <Person label={t("Person")} found={found} />
        <KindSelect kinds={chargeKindNames} />
        <DateInput name="fromOn" label={t("First day")} value={day} />
        <DateInput
          name="untilOn"
          label={t("Last day")}
          hint={t("Needed for a link officer; leave it empty where the charge lasts.")}
          optional
        />
        <OrderFields />
        <Bar back={`/office/posts/${post.id}`} verb={t("Give charge")} />
      </Form>
    </>
  );
}

/** One goes, another comes. */
export function HandOverPage({ post, found, day, form }: ChargeFormProps) {
  const [holder] = post.holders;
  return (
    <>
      <PageHeading title={t("Hand over charge")} hint={nameOf(post)} />
      <Notice>
        {holder
          ? t("{name} hands over; {count} items stay on the desk for whoever takes over.", {
              name: nameOf(holder),
              count: formatNumber(post.items),
            })
          : t("Nobody holds this post today.")}
      </Notice>
      <Form action={`/office/posts/${post.id}/hand-over`} form={form} guard>
        <Person label={t("Who takes over")} found={found} />
        <KindSelect kinds={["substantive", "additional"]} />
        <DateInput
          name="fromOn"
          label={t("First day of the new holder")}
          hint={t("The last day of the present holder is the day before.")}
          value={day}
        />
        <OrderFields />
        <Bar back={`/office/posts/${post.id}`} verb={t("Hand over charge")} />
      </Form>
    </>
  );
}

export interface EndChargeProps {
  readonly charge: Charge;
  readonly post: PostRecord;
  readonly employee: Employee;
  readonly day: string;
  readonly form: FormState;
}

export function EndChargePage({ charge, post, employee, day, form }: EndChargeProps) {
  return (
    <>
      <PageHeading title={t("End the charge")} hint={nameOf(post)} />
      <p>
        {t("{name} holds this post since {date}. What lies on the desk stays there.", {
          name: nameOf(employee),
          date: formatDate(charge.fromOn),
        })}
      </p>
      <Form action={`/office/charges/${charge.id}/end`} form={form}>
        <DateInput name="untilOn" label={t("Last day")} value={day} min={charge.fromOn} />
        <Bar back={`/office/posts/${post.id}`} verb={t("End the charge")} />
      </Form>
    </>
  );
}

function Person(props: { readonly label: string; readonly found: readonly Option[] }) {
  return (
    <Lookup
      name="employeeId"
      label={props.label}
      hint={t("Name or employee code, in either script")}
      url="/office/people/lookup"
      options={props.found}
    />
  );
}

function KindSelect({ kinds }: { readonly kinds: readonly ChargeKind[] }) {
  return (
    <Select
      name="kind"
      label={t("How the post is held")}
      value="substantive"
      options={kinds.map((kind) => ({ value: kind, label: t(chargeKinds[kind]) }))}
    />
  );
}

function OrderFields() {
  return (
    <>
      <TextInput
        name="orderNumber"
        label={t("Number of the order")}
        maxLength={100}
        size="medium"
      />
      <DateInput name="orderOn" label={t("Date of the order")} optional />
    </>
  );
}

function Bar(props: { readonly back: string; readonly verb: string }) {
  return (
    <ButtonBar>
      <Button kind="primary">{props.verb}</Button>
      <Button href={props.back}>{t("Cancel")}</Button>
    </ButtonBar>
  );
}
