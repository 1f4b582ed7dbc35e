import { formatDateTime, nameOf, t } from "../../base/index.ts";
import {
  Button,
  EmptyState,
  Filters,
  Mixed,
  NextPage,
  PageHeading,
  Table,
  Tag,
} from "../../ui/index.ts";
import type { AccountLine, AccountState } from "../account-queries.ts";

export interface AccountsProps {
  readonly q: string | undefined;
  readonly state: AccountState | undefined;
  readonly accounts: readonly AccountLine[];
  readonly next: string | undefined;
}

/** Every account, and how it stands. */
export function AccountsPage({ q, state, accounts, next }: AccountsProps) {
  return (
    <>
      <PageHeading
        title={t("Accounts")}
        actions={
          <>
            <Button href="/identities">{t("Whose identity is this?")}</Button>
            <Button href="/sign-in-policy">{t("Policy of signing in")}</Button>
            <Button href="/accounts/first-passwords">{t("First passwords")}</Button>
          </>
        }
      />
      <Filters
        filters={[
          { name: "q", label: t("Login or name"), value: q },
          {
            name: "state",
            label: t("State"),
            value: state,
            options: [
              { value: "waiting", label: t("Without a password") },
              { value: "locked", label: t("Locked") },
              { value: "disabled", label: t("Disabled") },
            ],
          },
        ]}
      />
      <Table
        caption={t("Accounts")}
        rows={accounts}
        rowKey={({ id }) => id}
        empty={<EmptyState title={t("Nothing was found")} />}
        columns={[
          {
            label: t("Name"),
            heading: true,
            cell: (account) => (
              <a href={`/accounts/${account.id}`}>
                <Mixed text={nameOf(account)} />
              </a>
            ),
          },
          { label: t("Login"), cell: ({ login }) => <span lang="en">{login}</span> },
          { label: t("State"), cell: (account) => <AccountTag account={account} /> },
          {
            label: t("Last signed in"),
            cell: ({ lastSignedInAt }) =>
              lastSignedInAt ? formatDateTime(lastSignedInAt) : t("never"),
          },
        ]}
      />
      <NextPage name="before" next={next} />
    </>
  );
}

/** How an account stands, in one word. */
export function AccountTag({ account }: { readonly account: AccountLine }) {
  if (account.isDisabled) {
    return <Tag tone="overdue">{t("Disabled")}</Tag>;
  }
  if (account.isLocked) {
    return <Tag tone="soon">{t("Locked")}</Tag>;
  }
  if (account.door === "directory") {
    return <Tag tone="done">{t("By the directory")}</Tag>;
  }
  if (!account.hasPassword) {
    return <Tag>{t("Without a password")}</Tag>;
  }
  return account.mustChange ? (
    <Tag tone="accent">{t("One-time password given")}</Tag>
  ) : (
    <Tag tone="done">{t("In use")}</Tag>
  );
}
