import { formatDate, t, type FormState } from "../../base/index.ts";
import {
  Button,
  ButtonBar,
  DefinitionList,
  Form,
  HiddenFields,
  PageHeading,
  TextInput,
} from "../../ui/index.ts";
import type { Factor } from "../second-factor/factor-queries.ts";
import { factorKinds } from "./factor-kinds.ts";

export interface FactorProps {
  readonly factor: Factor;
  readonly form: FormState;
}

export function FactorPage({ factor, form }: FactorProps) {
  const address = `/me/security/${factor.id}`;
  return (
    <>
      <PageHeading title={factor.name} hint={t(factorKinds[factor.kind])} />
      <DefinitionList items={[{ label: t("Added on"), value: formatDate(factor.addedAt) }]} />
      <Form action={address} form={form}>
        <TextInput name="name" label={t("Name")} value={factor.name} maxLength={60} />
        <ButtonBar>
          <Button kind="primary">{t("Save")}</Button>
          <Button href="/me/security">{t("Cancel")}</Button>
        </ButtonBar>
      </Form>
      <form action={`${address}/removal`} method="post" class="form-bar">
        <HiddenFields />
        <Button kind="danger">{t("Remove this second factor")}</Button>
      </form>
    </>
  );
}
