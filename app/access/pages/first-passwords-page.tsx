import { formatNumber, nameOf, t, type BilingualName } from "../../base/index.ts";
import {
  Button,
  ButtonBar,
  EmptyState,
  Form,
  Hidden,
  Mixed,
  Notice,
  PageHeading,
  Table,
} from "../../ui/index.ts";
import type { IssuedPassword } from "../reset-password.ts";

interface Waiting extends BilingualName {
  readonly accountId: string;
  readonly login: string;
  readonly employeeCode: string;
}

export interface FirstPasswordsProps {
  readonly waiting: readonly Waiting[];
  readonly unitId: string | undefined;
  readonly batch: number;
}

/** Accounts that nobody was given a password for yet. */
export function FirstPasswordsPage({ waiting, unitId, batch }: FirstPasswordsProps) {
  return (
    <>
      <PageHeading
        title={t("First passwords")}
        hint={t("Accounts without a password, up to {count} at a time", {
          count: formatNumber(batch),
        })}
      />
      <Table
        caption={t("Accounts without a password, up to {count} at a time", {
          count: formatNumber(batch),
        })}
        rows={waiting}
        rowKey={({ accountId }) => accountId}
        empty={<EmptyState title={t("Every account has a password.")} />}
        columns={[
          { label: t("Name"), heading: true, cell: (one) => <Mixed text={nameOf(one)} /> },
          { label: t("Employee code"), cell: ({ employeeCode }) => employeeCode },
          { label: t("Login"), cell: ({ login }) => <span lang="en">{login}</span> },
        ]}
      />
      {waiting.length > 0 && (
        <Form action="/accounts/first-passwords">
          {unitId !== undefined && <Hidden name="unitId" value={unitId} />}
          <ButtonBar>
            <Button kind="primary">
              {t("Make {count} one-time passwords", { count: formatNumber(waiting.length) })}
            </Button>
          </ButtonBar>
        </Form>
      )}
    </>
  );
}

export interface IssuedPasswordsProps {
  readonly issued: readonly IssuedPassword[];
}

/** The list to print and cut; it is shown this once. */
export function IssuedPasswordsPage({ issued }: IssuedPasswordsProps) {
  return (
    <>
      <PageHeading title={t("One-time passwords")} />
      <Notice tone="warning">
        {t(
          "They are shown this once. Print the page and hand each line to its owner, who must choose another at the first sign-in.",
        )}
      </Notice>
      <Table
        caption={t("One-time passwords")}
        rows={issued}
        rowKey={({ accountId }) => accountId}
        columns={[
          { label: t("Name"), heading: true, cell: (one) => <Mixed text={nameOf(one)} /> },
          { label: t("Login"), cell: ({ login }) => <span lang="en">{login}</span> },
          {
            label: t("One-time password"),
            cell: ({ password }) => (
              <code class="secret" lang="en">
                {password}
              </code>
            ),
          },
        ]}
      />
      <Button href="/accounts">{t("Accounts")}</Button>
    </>
  );
}
