import { formatDateTime, nameOf, t, type BilingualName } from "../../../base/index.ts";
import {
  Button,
  EmptyState,
  Hidden,
  HiddenFields,
  Mixed,
  PageHeading,
  Panel,
  Table,
} from "../../../ui/index.ts";
import type { Account } from "../../account.ts";
import type { IdentityLine } from "../queries.ts";

export interface AccountIdentitiesProps {
  readonly account: BilingualName & Pick<Account, "id" | "door" | "login">;
  readonly identities: readonly IdentityLine[];
}

/** How an account comes in: its door, and the identities that are linked to it. */
export function AccountIdentitiesPage({ account, identities }: AccountIdentitiesProps) {
  return (
    <>
      <PageHeading title={t("Ways in")} hint={<Mixed text={nameOf(account)} />} />
      <DoorPanel account={account} />
      <Table
        caption={t("Linked identities")}
        rows={identities}
        rowKey={({ id }) => id}
        empty={<EmptyState title={t("No identity is linked to this account.")} />}
        columns={[
          {
            label: t("Vouched for by"),
            heading: true,
            cell: ({ issuer }) => <span lang="en">{issuer}</span>,
          },
          {
            label: t("Name at the source"),
            cell: ({ subject }) => <span lang="en">{subject}</span>,
          },
          { label: t("Linked"), cell: ({ linkedAt }) => formatDateTime(linkedAt) },
          {
            label: t("Linked by"),
            cell: ({ linkedBy }) =>
              linkedBy ? <Mixed text={nameOf(linkedBy)} /> : t("Employee code and e-mail agreed"),
          },
          {
            label: t("Unlink"),
            cell: ({ id, issuer }) => (
              <form action={`/accounts/${account.id}/identities/${id}/unlink`} method="post">
                <HiddenFields />
                <button
                  type="submit"
                  class="button button-link"
                  aria-label={t("Unlink {issuer}", { issuer })}
                >
                  {t("Unlink")}
                </button>
              </form>
            ),
          },
        ]}
      />
    </>
  );
}

function DoorPanel({ account }: Pick<AccountIdentitiesProps, "account">) {
  const isDirectory = account.door === "directory";
  return (
    <Panel title={t("Where the password is proved")}>
      <p>
        {isDirectory
          ? t("In the directory, and nowhere else.")
          : t("Here, by the password of this account.")}
      </p>
      <form action={`/accounts/${account.id}/door`} method="post">
        <HiddenFields />
        <Hidden name="door" value={isDirectory ? "password" : "directory"} />
        <Button>
          {isDirectory
            ? t("Let it come in by a password of its own")
            : t("Let it come in by the directory")}
        </Button>
      </form>
    </Panel>
  );
}
