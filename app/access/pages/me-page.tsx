import {
  formatDate,
  formatDateTime,
  formatNumber,
  nameOf,
  t,
  type BilingualName,
  type FormState,
} from "../../base/index.ts";
import {
  Button,
  ButtonBar,
  Checkbox,
  Checkboxes,
  DefinitionList,
  EmptyState,
  Form,
  HiddenFields,
  Mixed,
  PageHeading,
  Panel,
  Table,
  TextInput,
} from "../../ui/index.ts";
import { chargeKinds } from "../../organisation/index.ts";
import type { TokenLine } from "../account-queries.ts";
import { tokenAreaNames, tokenAreas } from "../token-reach.ts";
import { roles, type Role } from "../roles.ts";
import type { HeldPost } from "../standing.ts";

export interface MeProps {
  readonly me: BilingualName & { readonly login: string };
  readonly posts: readonly HeldPost[];
  readonly roles: readonly Role[];
  readonly sessions: number;
  readonly tokens: readonly TokenLine[];
  readonly form: FormState;
}

/** Oneself: posts and rights, sessions, and the tokens of one's programs. */
export function MePage(props: MeProps) {
  const { me, sessions } = props;
  return (
    <>
      <PageHeading
        title={t("My account")}
        hint={<Mixed text={nameOf(me)} />}
        actions={
          <>
            <Button href="/me/security">{t("Sign-in and security")}</Button>
            <Button href="/password">{t("Change the password")}</Button>
          </>
        }
      />
      <DefinitionList
        items={[
          { label: t("Login"), value: <span lang="en">{me.login}</span> },
          {
            label: t("Open sessions"),
            value: <a href="/me/sessions">{formatNumber(sessions)}</a>,
          },
        ]}
      />
      {sessions > 1 && (
        <form action="/me/sessions/end" method="post" class="form-bar">
          <HiddenFields />
          <Button>{t("End the other sessions")}</Button>
        </form>
      )}
      <Posts {...props} />
      <Tokens {...props} />
    </>
  );
}

function reachWords({ mayWrite, areas }: TokenLine): string {
  const parts = areas.map((area) => t(tokenAreas[area].name));
  return [
    parts.length === 0 ? t("everything") : parts.join(", "),
    mayWrite ? t("reads and writes") : t("reads only"),
  ].join(": ");
}

function Posts({ posts, roles: held }: MeProps) {
  return (
    <Panel title={t("My posts")}>
      <ul>
        {posts.map((post) => (
          <li key={`${post.id}${post.kind}`}>
            <a href={`/office/posts/${post.id}`}>
              <Mixed text={nameOf(post)} />
            </a>{" "}
            <span class="quiet">{t(chargeKinds[post.kind])}</span>
          </li>
        ))}
      </ul>
      {held.length > 0 && (
        <>
          <p>{t("As the present post you have these rights:")}</p>
          <ul>
            {held.map((role) => (
              <li key={role}>{t(roles[role])}</li>
            ))}
          </ul>
        </>
      )}
    </Panel>
  );
}

function Tokens({ tokens, form }: MeProps) {
  return (
    <Panel title={t("Tokens for programs")}>
      <p class="quiet">
        {t(
          "A program that carries a token may do what you may do as this post. Keep it like a password.",
        )}
      </p>
      <Table
        caption={t("Tokens for programs")}
        rows={tokens}
        rowKey={({ id }) => id}
        empty={<EmptyState title={t("You have no tokens.")} />}
        columns={[
          { label: t("Name"), heading: true, cell: ({ name }) => <Mixed text={name} /> },
          { label: t("Post"), cell: ({ post }) => post && <Mixed text={nameOf(post)} /> },
          { label: t("Reaches"), cell: reachWords },
          { label: t("Valid until"), cell: ({ expiresAt }) => formatDate(expiresAt) },
          {
            label: t("Last used"),
            cell: ({ lastUsedAt }) => (lastUsedAt ? formatDateTime(lastUsedAt) : t("never")),
          },
          {
            label: t("Revoke"),
            cell: ({ id, name }) => (
              <form action={`/me/tokens/${id}/revoke`} method="post">
                <HiddenFields />
                <button
                  type="submit"
                  class="button button-link"
                  aria-label={t("Revoke {name}", { name })}
                >
                  {t("Revoke")}
                </button>
              </form>
            ),
          },
        ]}
      />
      <Form action="/me/tokens" form={form} label={t("New token")} class="side-form">
        <TextInput name="name" label={t("What the token is for")} maxLength={100} />
        <TextInput
          name="days"
          label={t("Valid for how many days")}
          hint={t("At most 365.")}
          type="number"
          size="short"
          value="90"
        />
        <Checkbox name="mayWrite" label={t("It may also write, not only read")} />
        <Checkboxes
          name="areas"
          label={t("Parts of the work it is for")}
          hint={t("Choose as few as it needs. None chosen means all.")}
          options={tokenAreaNames.map((value) => ({ value, label: t(tokenAreas[value].name) }))}
        />
        <ButtonBar>
          <Button>{t("Make a token")}</Button>
        </ButtonBar>
      </Form>
    </Panel>
  );
}
