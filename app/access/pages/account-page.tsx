import { formatDateTime, formatNumber, nameOf, t } from "../../base/index.ts";
import {
  Button,
  ButtonBar,
  DefinitionList,
  HiddenFields,
  Mixed,
  PageHeading,
} from "../../ui/index.ts";
import type { AccountLine } from "../account-queries.ts";
import { AccountTag } from "./accounts-page.tsx";

export interface AccountProps {
  readonly account: AccountLine;
  readonly sessions: number;
  /** How many second factors the account has. */
  readonly factors: number;
  /** Nobody shuts himself out. */
  readonly isOwn: boolean;
}

export function AccountPage({ account, sessions, factors, isOwn }: AccountProps) {
  return (
    <>
      <PageHeading title={nameOf(account)} hint={<AccountTag account={account} />} />
      <DefinitionList
        items={[
          { label: t("Login"), value: <span lang="en">{account.login}</span> },
          {
            label: t("Employee"),
            value: (
              <a href={`/office/people/${account.employeeId}`}>
                <Mixed text={`${nameOf(account)} (${account.employeeCode})`} />
              </a>
            ),
          },
          {
            label: t("Open sessions"),
            value: <a href={`/accounts/${account.id}/sessions`}>{formatNumber(sessions)}</a>,
          },
          { label: t("Second factors"), value: formatNumber(factors) },
          {
            label: t("Last signed in"),
            value: account.lastSignedInAt ? formatDateTime(account.lastSignedInAt) : t("never"),
          },
        ]}
      />
      <ButtonBar>
        <Button href={`/accounts/${account.id}/identities`}>{t("Ways in")}</Button>
        {!account.isDisabled && account.door === "password" && (
          <Act account={account} verb="reset-password" words={t("Give a one-time password")} />
        )}
        {factors > 0 && !isOwn && (
          <Act
            account={account}
            verb="reset-second-factors"
            words={t("Reset the second factors")}
          />
        )}
        {account.isLocked && <Act account={account} verb="unlock" words={t("Unlock")} />}
        {account.isDisabled && <Act account={account} verb="enable" words={t("Enable")} />}
        {!account.isDisabled && !isOwn && (
          <Act account={account} verb="disable" words={t("Disable and end all sessions")} danger />
        )}
      </ButtonBar>
    </>
  );
}

function Act(props: {
  readonly account: AccountLine;
  readonly verb: string;
  readonly words: string;
  readonly danger?: boolean;
}) {
  return (
    <form action={`/accounts/${props.account.id}/${props.verb}`} method="post">
      <HiddenFields />
      <Button kind={props.danger === true ? "danger" : "secondary"}>{props.words}</Button>
    </form>
  );
}
