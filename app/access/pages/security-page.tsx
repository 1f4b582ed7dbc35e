import { formatDate, formatDateTime, formatNumber, t } from "../../base/index.ts";
import {
  Button,
  ButtonBar,
  DefinitionList,
  EmptyState,
  HiddenFields,
  Mixed,
  Notice,
  PageHeading,
  Panel,
  Table,
} from "../../ui/index.ts";
import { doorName } from "./door-name.ts";
import { factorKinds } from "./factor-kinds.ts";
import type { Factor } from "../second-factor/factor-queries.ts";

export interface SecurityProps {
  readonly door: string;
  /** The person must set up a factor before anything else. */
  readonly isOwed: boolean;
  readonly factors: readonly Factor[];
  readonly codesLeft: number;
}

/** By what one comes in: the door, the second factors, and the codes for a bad day. */
export function SecurityPage(props: SecurityProps) {
  return (
    <>
      <PageHeading
        title={t("Sign-in and security")}
        hint={t("What protects your account beside the password")}
        actions={!props.isOwed && <Button href="/me/sessions">{t("Open sessions")}</Button>}
      />
      {props.isOwed && (
        <Notice tone="warning" title={t("Your post must have a second factor")}>
          {t("Add an app or a passkey; then your work opens.")}
        </Notice>
      )}
      <DefinitionList items={[{ label: t("Came in by"), value: doorName(props.door) }]} />
      <Factors {...props} />
      {props.factors.length > 0 && <Codes {...props} />}
    </>
  );
}

function Factors({ factors }: SecurityProps) {
  return (
    <Panel title={t("Second factors")}>
      <Table
        caption={t("Second factors")}
        rows={factors}
        rowKey={({ id }) => id}
        empty={
          <EmptyState title={t("You have no second factor.")}>
            {t("With one, a stolen password opens nothing.")}
          </EmptyState>
        }
        columns={[
          {
            label: t("Name"),
            heading: true,
            cell: ({ id, name }) => (
              <a href={`/me/security/${id}`}>
                <Mixed text={name} />
              </a>
            ),
          },
          { label: t("Kind"), cell: ({ kind }) => t(factorKinds[kind]) },
          { label: t("Added on"), cell: ({ addedAt }) => formatDate(addedAt) },
          {
            label: t("Last used"),
            cell: ({ lastUsedAt }) => (lastUsedAt ? formatDateTime(lastUsedAt) : t("never")),
          },
        ]}
      />
      <ButtonBar>
        <Button href="/me/security/app">{t("Add an app")}</Button>
        <Button href="/me/security/passkey">{t("Add a passkey")}</Button>
      </ButtonBar>
    </Panel>
  );
}

function Codes({ codesLeft }: SecurityProps) {
  return (
    <Panel title={t("Recovery codes")}>
      <p>
        {t("{count} recovery codes are left. Each opens once, when the phone is not at hand.", {
          count: formatNumber(codesLeft),
        })}
      </p>
      <form action="/me/security/recovery-codes" method="post" class="form-bar">
        <HiddenFields />
        <Button>{t("Make new recovery codes")}</Button>
      </form>
    </Panel>
  );
}
